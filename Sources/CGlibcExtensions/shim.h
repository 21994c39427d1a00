#include <malloc.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

// Swift sees neither these functions of the C library (GNU extensions) nor syscall (variadic).
// A set of processors is a bit for each; sysconf would count those too that the process may not use.

// Of a thread, or of a process with one thread; 0 is the calling thread. The first answers how many
// bytes the set has, or less than 0.
static inline long get_processors(pid_t thread, unsigned long *set, long bytes) {
  return syscall(SYS_sched_getaffinity, thread, bytes, set);
}

static inline long set_processors(pid_t thread, const unsigned long *set, long bytes) {
  return syscall(SYS_sched_setaffinity, thread, bytes, set);
}

// Where the calling thread is, or less than 0.
static inline int current_processor(void) {
  unsigned processor;
  return syscall(SYS_getcpu, &processor, 0, 0) == 0 ? (int)processor : -1;
}

int pthread_attr_setaffinity_np(pthread_attr_t *, size_t, const cpu_set_t *);

// The processors of a thread that is to be made.
static inline int set_processors_of(pthread_attr_t *thread, const unsigned long *set, long bytes) {
  return pthread_attr_setaffinity_np(thread, bytes, (const cpu_set_t *)set);
}
