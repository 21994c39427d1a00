internal import CProcess
internal import FiscalText
internal import Glibc

/// Runs `mutool trace` on a file, without a shell, within limits of time, memory and output.
struct TraceProcess {
  struct Limits {
    var seconds = 60.0
    var memory: UInt = 2 << 30
    var outputBytes = 1 << 30
  }

  enum Outcome {
    /// It ended by itself; `messages` is what it said on standard error, cut to some kilobytes.
    case ended(status: Int32, messages: [UInt8])
    case missing
    case timedOut
    case overLimit
    case failed
  }

  var program = "mutool"
  var limits = Limits()

  /// Runs the program; `take` gets the output piece by piece and says whether to go on.
  func run(path: String, take: (ArraySlice<UInt8>) -> Bool) -> Outcome {
    guard var output = Pipe(), var messages = Pipe() else { return .failed }
    var child = pid_t()
    let status = spawn(&child, path: path, output: output, messages: messages)
    guard status == 0 else { return status == ENOENT ? .missing : .failed }
    ThreadPlaces.place(child)
    limit(child)
    output.closeWriting()
    messages.closeWriting()
    var reading = Reading(
      deadline: Self.now() + limits.seconds, outputLeft: limits.outputBytes)
    reading.run(output: output.reading, messages: messages.reading, take: take)
    if reading.stop != nil { kill(child, SIGKILL) }
    let code = Self.wait(child)
    if let stop = reading.stop { return stop }
    return .ended(status: code, messages: reading.messages)
  }

  private func spawn(
    _ child: inout pid_t, path: String, output: borrowing Pipe, messages: borrowing Pipe
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return ENOMEM }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, messages.writing, 2)
    // A name that starts with a hyphen would be an option.
    let file = path.utf8.first == UInt8(ascii: "-") ? "./" + path : path
    var arguments: [UnsafeMutablePointer<CChar>?] = [program, "trace", file].map {
      (argument: String) in strdup(argument)
    }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    return posix_spawnp(&child, program, &actions, nil, arguments, environ)
  }

  /// Where the system refuses a limit, the time limit of reading still holds.
  private func limit(_ child: pid_t) {
    _ = limit_process_memory(child, rlim_t(limits.memory))
    _ = limit_process_time(child, rlim_t(limits.seconds) + 1)
  }

  /// The exit status, or 128 and more for a child that was killed.
  private static func wait(_ child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return 255 }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  fileprivate static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Empties both pipes of a child until they end or a limit is met.
private struct Reading {
  let deadline: Double
  var outputLeft: Int
  var messages: [UInt8] = []
  /// Why reading ended before the pipes did.
  var stop: TraceProcess.Outcome?

  private static let messageLimit = 1 << 20
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)

  init(deadline: Double, outputLeft: Int) {
    self.deadline = deadline
    self.outputLeft = outputLeft
  }

  mutating func run(output: Int32, messages: Int32, take: (ArraySlice<UInt8>) -> Bool) {
    var polls = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: messages, events: Int16(POLLIN), revents: 0),
    ]
    while stop == nil, polls.contains(where: { $0.fd >= 0 }) {
      let left = deadline - TraceProcess.now()
      guard left > 0 else {
        stop = .timedOut
        return
      }
      guard poll(&polls, nfds_t(polls.count), Int32(min(left * 1000, 60_000)) + 1) >= 0 else {
        if errno != EINTR { stop = .failed }
        continue
      }
      for index in polls.indices where polls[index].fd >= 0 && polls[index].revents != 0 {
        if !readSome(polls[index].fd, isOutput: index == 0, take) { polls[index].fd = -1 }
      }
    }
  }

  /// False at the end of the pipe.
  private mutating func readSome(
    _ descriptor: Int32, isOutput: Bool, _ take: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && errno == EINTR }
    if isOutput {
      outputLeft -= count
      if outputLeft < 0 || !take(buffer[..<count]) { stop = .overLimit }
    } else {
      messages.append(contentsOf: buffer[..<min(count, Self.messageLimit - messages.count)])
    }
    return true
  }
}

/// A pipe whose ends are closed on exec and with the owner.
private struct Pipe: ~Copyable {
  let reading: Int32
  let writing: Int32
  private var isWritingOpen = true

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = ends[1]
  }

  mutating func closeWriting() {
    if isWritingOpen { close(writing) }
    isWritingOpen = false
  }

  deinit {
    if isWritingOpen { close(writing) }
    close(reading)
  }
}
