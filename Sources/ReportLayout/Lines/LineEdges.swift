/// What lines measure that start or end at each place of a paragraph, worked out once for all the
/// lines that are tried.
struct LineEdges {
  /// A place at which a line may start.
  struct Start {
    /// The first cluster from there on that is no blank.
    var first: Int
    var sums: ShapedParagraph.Sums
    var trim: Double
    /// What the first mark may lose inside a line.
    var shrink: Double
  }

  /// A place at which a line may end.
  struct End {
    /// The last cluster before it that is no blank.
    var last: Int
    /// Over what stands before that cluster.
    var sums: ShapedParagraph.Sums
    var advance: Double
    var trim: Double
    var size: Double
    /// Whether the last cluster is a mark that belongs to the character before it.
    var isMark: Bool
  }

  /// By the cluster behind the place; one more than there are clusters.
  let starts: [Start]
  let ends: [End]

  init(_ paragraph: ShapedParagraph) {
    let clusters = paragraph.clusters
    let places = 0...clusters.count
    var ends: [End] = []
    ends.reserveCapacity(places.count)
    var last = -1
    for place in places {
      if place > 0, !clusters[place - 1].isBlank { last = place - 1 }
      ends.append(End(paragraph, last: last))
    }
    var starts: [Start] = []
    starts.reserveCapacity(places.count)
    var first = 0
    for place in places {
      first = max(first, place)
      while first < clusters.count, clusters[first].isBlank { first += 1 }
      starts.append(Start(paragraph, first: first))
    }
    (self.starts, self.ends) = (starts, ends)
  }
}

extension LineEdges.Start {
  init(_ paragraph: ShapedParagraph, first: Int) {
    self.first = first
    sums = paragraph.sums[first]
    (trim, shrink) = (0, 0)
    guard first < paragraph.clusters.count else { return }
    (trim, shrink) = (paragraph.clusters[first].startTrim, paragraph.clusters[first].shrink)
  }
}

extension LineEdges.End {
  init(_ paragraph: ShapedParagraph, last: Int) {
    self.last = last
    guard last >= 0 else {
      sums = .init()
      (advance, trim, size, isMark) = (0, 0, 1, false)
      return
    }
    sums = paragraph.sums[last]
    advance = paragraph.clusters[last].advance
    trim = paragraph.clusters[last].endTrim
    size = paragraph.clusters[last].size
    let kind = paragraph.clusters[last].kind
    isMark = kind.isNeverFirst && kind != .suffix
  }
}
