/// The differences of two texts line by line, as `diff -u` prints them.
public enum UnifiedDiff {
  private enum Line {
    case both(String)
    case old(String)
    case new(String)
  }

  /// How many lines are shown around a change.
  private static let context = 3

  /// Empty where the texts are equal.
  public static func text(_ old: String, _ new: String, name: String) -> String {
    let lines = lines(split(old), split(new))
    let changed = lines.indices.filter { if case .both = lines[$0] { false } else { true } }
    guard !changed.isEmpty else { return "" }
    var hunks: [Range<Int>] = []
    for index in changed {
      let range = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    var text = "--- \(name)（原）\n+++ \(name)（新）\n"
    var (oldLine, newLine, position) = (1, 1, 0)
    for hunk in hunks {
      advance(lines[position..<hunk.lowerBound], &oldLine, &newLine)
      text += self.text(lines[hunk], oldLine, newLine)
      advance(lines[hunk], &oldLine, &newLine)
      position = hunk.upperBound
    }
    return text
  }

  private static func split(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func lines(_ old: [String], _ new: [String]) -> [Line] {
    let matches = SequenceMatch.matches(old, new)
    var lines: [Line] = []
    var next = 0
    for (index, line) in old.enumerated() {
      guard let match = matches[index] else {
        lines.append(.old(line))
        continue
      }
      lines += new[next..<match].map { .new($0) }
      lines.append(.both(line))
      next = match + 1
    }
    return lines + new[next...].map { .new($0) }
  }

  private static func advance(_ lines: ArraySlice<Line>, _ old: inout Int, _ new: inout Int) {
    for line in lines {
      switch line {
      case .both:
        old += 1
        new += 1
      case .old: old += 1
      case .new: new += 1
      }
    }
  }

  private static func text(_ lines: ArraySlice<Line>, _ oldLine: Int, _ newLine: Int) -> String {
    var (oldEnd, newEnd) = (oldLine, newLine)
    advance(lines, &oldEnd, &newEnd)
    var text = "@@ -\(oldLine),\(oldEnd - oldLine) +\(newLine),\(newEnd - newLine) @@\n"
    for line in lines {
      switch line {
      case .both(let line): text += " \(line)\n"
      case .old(let line): text += "-\(line)\n"
      case .new(let line): text += "+\(line)\n"
      }
    }
    return text
  }
}
