/// What a reader keeps in mind while reading a sentence.
struct ClauseState: Sendable {
  var subject: Subject?
  /// What was spoken of at the comma before.
  var phraseSubject: Subject?
  /// Where the subject was named, in the normal text; nil if it was carried over.
  var subjectRange: Range<Int>?
  /// Whether text that the grammar does not know stands between the subject, or the start of the
  /// clause, and here.
  var hasGap = false
  /// How many bytes of unknown text the clause has so far.
  var unknownLength = 0
  /// Whether the name that stands here is one of several words that nobody has defined together.
  var isCompound = false
  /// Where a noun ends that belongs to the name behind it: 财政拨款预算收入.
  var complementEnd = -1
  /// Whether the sentence speaks of something whose name is not known, so that what it says of
  /// its parts and changes is not said of a known subject either.
  var isUnknown = false
  /// Whether the sentence has counted something whose name is not known, which an amount without a
  /// name may be of: 车辆1台；通用设备2台，156.00万元.
  var countsUnknown = false
  /// Whether the name to come stands in a list of names: 会议费和培训费合计.
  var isEnumerating = false
  /// Whether the bracket tells what the names before it are called together: 以下简称….
  var isDefining = false
  /// Where the bracket ends that did so.
  var definedEnd = -1
  /// The name before the one that a list of names goes on with.
  var enumeratedFirst: Subject?
  /// Whether the sentence has gone on to another body than the one that reports.
  var isOfOtherBody = false
  var measure: Measure?
  /// The year that the clause speaks of, where it is not the report's.
  var year: Int?
  var base: Base?
  /// The year that is compared with, where it is neither the report's nor the one before.
  var baseYear: Int?
  /// With what the sentence, or the one before, compared its changes, and whether with several.
  var toldBase: Base?
  var toldBaseBefore: Base?
  var hasSeveralBases = false
  /// Whether the sentence has compared with the year before.
  var hasPriorBase = false
  var direction: Direction?
  var directionRange: Range<Int>?
  var isComparing = false
  /// Whether the base is that of a comparison before the one at hand.
  var isBaseCarried = false
  /// Whether the year that is compared with is the report's own.
  var comparesOwnYear = false
  /// The year before the last that is compared with alone.
  var comparedEarlierYear: Int?
  var isSharing = false
  /// The year, where it is not the report's, that is named for what a share is of: 相当于上年的.
  var sharedYear: Int?
  /// How many bytes of unknown text the clause had before its share.
  var unknownBeforeShare = 0
  /// Whether a share is said to be one of an appropriation, but not of which.
  var sharesAppropriation = false
  /// What a share is of, if the clause says it.
  var denominator: Subject?
  /// What its words mean outside the section, if that is something else.
  var generalDenominator: Subject?
  /// What a share without a name for its whole is of: “三公”经费支出决算中，….
  var container: Subject?
  /// The measure of that whole, which is that of its parts too: “三公”经费预算中，….
  var containerMeasure: Measure?
  var isCompleting = false
  var completionMeasure: Measure?
  /// Whether the percentage to come is that by which what was spent differs from what was to be.
  var isDeviating = false
  /// The completion rate that the sentence gives of something whose name is not known.
  var looseCompletion: Int?
  var isAbsent = false
  /// Whether the amount to come is an average.
  var isAverage = false
  /// Whether the sentence leaves something out of what it speaks of: 剔除上年结转因素，增加….
  var isExcluding = false
  /// Where the words end that lead to what was before a change: 由上年的.
  var fromEnd = -1
  var hasGapBeforeFrom = false
  /// Whether the clause has named the year before without comparing with it: 为上年的.
  var isOfPrior = false
  /// Whether the amount to come is what a budget was changed by: 年中追加100万元.
  var isAdjusting = false
  /// What was before the change that the clause goes on to tell.
  var previous: Int?
  var region: Statement.Region = .plain
  /// What a reason speaks of, in its words.
  var reasonName: String?
  /// Where the text of the innermost bracket begins.
  var bracketStart = 0
  /// What was spoken of before the purpose began.
  var subjectBeforePurpose: Subject?
  var purposeStart = 0
  var pendingFund: Fund?
  var fund: Fund?
  /// The total of the list that is being read, and the parts so far.
  var whole: Int?
  var parts: [Int] = []
  /// Whether one of the parts is called by a name that is not known, so that those that are known
  /// are not all.
  var hasUnknownPart = false
  /// The lists around it, whose rest may follow: 甲，其中：乙；丙.
  var outerLists: [PartsList] = []
  /// Of what the sentence lists the parts, where it tells no amounts: “三公”经费包括甲、乙.
  var listedBy: Subject?
  /// Whether names without numbers stand behind the 其中 of what was counted.
  var listsNames = false
  /// Of what the next amounts are, where a joint name stood before them: 收、支总计分别为甲、乙.
  var pair: [Subject] = []
  /// The measure of the list's whole, which is that of its parts too.
  var partsMeasure: Measure?
  /// Whether the sentence has told an amount, bound or not.
  var hasAmount = false
  /// The last amount or count, and the last amount of all funds.
  var last: Int?
  var level: Int?
  /// The last level of the sentence, bound or not.
  var lastAmount: Int?
  /// The last amount or count of the sentence before.
  var lastBefore: Int?
  /// The amount before 其中 and the amounts behind it, whatever they are called.
  var listWhole: Int?
  var listed: [Int] = []
  /// The amounts of the sentence before which no whole stands.
  var loose: [Int] = []
  /// The lists around it.
  var outerListed: [PartsList] = []
  /// The last count by the word that counts, of this sentence and of the one before; the counts
  /// before 其中 and those behind it.
  var lastCounts: [String: Int] = [:]
  var lastCountsBefore: [String: Int] = [:]
  var countWholes: [String: Int] = [:]
  var listedCounts: [String: [Int]] = [:]
  /// The last level of the sentence before, bound or not.
  var lastAmountBefore: Int?
  /// The last change, for the rate behind it.
  var change: Int?
  var changeSubject: Subject?
  /// The last rate without a change before it, for the change behind it.
  var looseRate: LooseRate?
  /// The last percentage of what was before, for the change behind it: 为上年的107.43%.
  var multiple: Int?
  /// In the normal text.
  var clauseStart = 0

  /// A total and the parts of it that were told.
  struct PartsList: Sendable {
    var whole: Int
    var parts: [Int]
    var measure: Measure?
  }

  /// A rate that stands before its change: 增长1.46%，增加11.65万元.
  struct LooseRate: Sendable {
    var statement: Int
    var subject: Subject
    var base: Base
  }

  /// Forgets what does not reach over a comma.
  mutating func endClause() {
    hasGap = false
    unknownLength = 0
    isCompound = false
    isEnumerating = false
    subjectRange = nil
    direction = nil
    directionRange = nil
    isComparing = false
    comparesOwnYear = false
    comparedEarlierYear = nil
    isSharing = false
    sharesAppropriation = false
    isCompleting = false
    isDeviating = false
    denominator = nil
    generalDenominator = nil
    isAbsent = false
    isAverage = false
    fromEnd = -1
    previous = nil
    isOfPrior = false
    isAdjusting = false
    measure = nil
  }
}
