/// A value of PDF syntax, to be made a libharu object.
enum HaruValue {
  /// A reference to an indirect object.
  case object(HaruDocument.Object)
  case name(String)
  case integer(Int)
  case real(Double)
  case boolean(Bool)
  case null
  /// A string of bytes.
  case bytes([UInt8])
  /// A text string, written as UTF-16.
  case text(String)
  case array([HaruValue])
  case dictionary([(String, HaruValue)])
}
