/// The smallest whole number that is not below a value, 0 to a million; no C library is needed.
func wholeNumber(above value: Double) -> Int {
  guard value > 0 else { return 0 }
  let whole = Int(min(value, 1_000_000))
  return Double(whole) < value ? whole + 1 : whole
}
