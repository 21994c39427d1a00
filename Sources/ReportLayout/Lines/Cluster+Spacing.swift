extension CharacterClass {
  /// Connectors, solidi and interpuncts, whose sides are never widened.
  var isSolid: Bool { self == .connector || self == .solidus || self == .midDot }

  /// What makes up numbers and Latin words.
  var isInWord: Bool { isWestern || self == .latinMark || self == .connector || self == .solidus }
}

extension Cluster {
  /// How much of a full-width mark is blank: what it has above half a square. Marks that a face
  /// draws narrow have none.
  var blank: Double { min(size / 2, max(0, advance - size / 2)) }

  /// The most that a space may gain before all gaps are stretched: up to half a square.
  var spaceStretch: Double { scalar == 0x3000 || isFixed ? 0 : max(0, size / 2 - advance) }

  /// Makes a typed space between Han and Latin as wide as one that is put there.
  mutating func becomeLatinSpace(_ ratio: Double) {
    advance = ratio * size
    shrink = advance / 2
    shrinkStep = .latinSpace
  }

  mutating func setTrims() {
    switch kind {
    case .closing:
      endTrim = blank
      (shrink, shrinkStep) = (blank, .bracket)
    case .opening:
      startTrim = blank
      (shrink, shrinkStep) = (blank, .bracket)
    case .pause:
      endTrim = blank
      (shrink, shrinkStep) = (blank, .pause)
    case .stop:
      endTrim = blank
      (shrink, shrinkStep) = (blank, .stop)
    case .midDot:
      (shrink, shrinkStep) = (blank, .midDot)
    case .space where shrinkStep == .none && scalar != 0x3000 && !isFixed:
      (shrink, shrinkStep) = (max(0, advance - size / 4), .wordSpace)
    default: break
    }
  }

  mutating func scale(_ factor: Double) {
    size *= factor
    advance *= factor
    shift *= factor
    gap *= factor
    endTrim *= factor
    startTrim *= factor
    shrink *= factor
  }
}
