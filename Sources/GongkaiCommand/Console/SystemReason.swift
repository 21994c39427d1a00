internal import Glibc

/// Why the last system call failed, in Chinese.
func systemReason(_ code: Int32 = errno) -> String {
  switch code {
  case ENOENT: "文件或文件夹不存在"
  case EACCES, EPERM: "没有权限"
  case ENOSPC, EDQUOT: "磁盘空间不足"
  case EROFS: "文件系统是只读的"
  case ENOTDIR: "路径中有一段不是文件夹"
  case EISDIR: "是文件夹，不是文件"
  case EEXIST, ENOTEMPTY: "已经存在"
  case ENAMETOOLONG: "名称太长"
  case EFBIG: "文件太大"
  case EIO: "读写设备出错"
  case EPIPE: "接收的程序已经退出"
  case ELOOP: "符号链接太多"
  case EMFILE, ENFILE: "打开的文件太多"
  default: String(cString: strerror(code))
  }
}
