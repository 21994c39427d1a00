import GongkaiCommand

#if canImport(Glibc)
  import Glibc
#endif

exit(await Command.run(CommandLine.arguments))
