/// The name and version that outputs carry.
public enum ToolIdentity {
  public static let name = "gongkai"
  public static let version = "0.1.0"
}
