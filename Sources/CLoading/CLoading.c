#include "CLoading.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

void *loaded_function(const struct loaded_library *library, const char *name) {
  void *handle = NULL;
  for (const char *const *file = library->files; !handle && *file; file++) {
    handle = dlopen(*file, RTLD_NOW | RTLD_LOCAL);
  }
  void *function = handle ? dlsym(handle, name) : NULL;
  if (!function) {
    fprintf(
      stderr, "gongkai：%s 不能用（%s）；请安装 %s\n", library->name, dlerror(), library->package);
    exit(2);
  }
  return function;
}
