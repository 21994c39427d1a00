#include <malloc.h>
#include <sys/syscall.h>
#include <unistd.h>

// Swift sees neither sched_getaffinity (a GNU extension) nor syscall (variadic); sysconf reads a
// file, and counts processors that the process may not use.
static inline int usable_processors(void) {
  unsigned long mask[128];
  long bytes = syscall(SYS_sched_getaffinity, 0, sizeof mask, mask);
  int count = 0;
  for (long word = 0; word < bytes / (long)sizeof *mask; word++)
    count += __builtin_popcountl(mask[word]);
  return count;
}
