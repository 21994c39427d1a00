#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

// Swift sees neither prlimit (a GNU extension) nor syscall (variadic), and posix_spawn sets no
// limits.
static inline long limit_process(pid_t process, int resource, rlim_t value) {
  struct rlimit limit = {value, value};
  return syscall(SYS_prlimit64, process, resource, &limit, (struct rlimit *)0);
}

static inline long limit_process_memory(pid_t process, rlim_t bytes) {
  return limit_process(process, RLIMIT_AS, bytes);
}

static inline long limit_process_time(pid_t process, rlim_t seconds) {
  return limit_process(process, RLIMIT_CPU, seconds);
}
