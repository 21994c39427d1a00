internal import FiscalText
internal import Glibc

/// Runs another program without a shell, within a limit of time.
struct ChildProcess {
  enum Outcome: Equatable {
    case ended(status: Int32)
    case missing
    case timedOut
  }

  let program: String
  var seconds = 120

  /// Its own output is not looked at: what it makes stands in files.
  func run(_ arguments: [String]) -> Outcome {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, mode) in [(0, O_RDONLY), (1, O_WRONLY), (2, O_WRONLY)] {
      posix_spawn_file_actions_addopen(&actions, Int32(descriptor), "/dev/null", mode, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var child = pid_t()
    guard posix_spawnp(&child, program, &actions, nil, words, environ) == 0 else {
      return .missing
    }
    ThreadPlaces.place(child)
    return wait(for: child)
  }

  private func wait(for child: pid_t) -> Outcome {
    let step: UInt32 = 5_000
    var status: Int32 = 0
    for _ in 0..<(seconds * 1_000_000 / Int(step)) {
      let result = waitpid(child, &status, WNOHANG)
      if result == child {
        let signal = status & 0x7F
        return .ended(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
      }
      if result < 0, errno != EINTR { return .ended(status: 255) }
      usleep(step)
    }
    kill(child, SIGKILL)
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return .timedOut
  }
}
