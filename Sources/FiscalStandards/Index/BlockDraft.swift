/// A block of a table whose rows are being read and bound.
struct BlockDraft {
  let form: BlockForm
  let columns: [BoundColumn]
  var rows: [BoundRow] = []
}
