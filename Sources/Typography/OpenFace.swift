/// A face in use, shared by the chains that name it.
final class OpenFace {
  let face: FontFace
  let place: FontFolder.Place
  let entry: FontManifest.Entry
  let unitsPerEm: Double

  init(_ place: FontFolder.Place, entry: FontManifest.Entry) throws(FontError) {
    face = try FontFace.open(path: place.path, index: place.index)
    self.place = place
    self.entry = entry
    unitsPerEm = Double(face.unitsPerEm)
  }
}
