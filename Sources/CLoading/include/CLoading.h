#pragma once

// A library that is loaded when the first of its functions is called: most runs of a command print
// no page, and should not wait for what only printing needs.
struct loaded_library {
  // What it is called, and the Debian package that brings it.
  const char *name, *package;
  // Its files, the best first; NULL behind the last.
  const char *const *files;
};

// The function of a name, or the end of the program with a message: nothing can be printed without.
void *loaded_function(const struct loaded_library *library, const char *name);

// Defines a function of a library under its own name, with the type that the library's header gives
// it, so that it hands its arguments on. Two threads may both look a function up: they find the
// same.
#define FORWARD(library, result, name, parameters, arguments)              \
  result name parameters {                                                 \
    static __typeof__(&name) kept;                                         \
    __typeof__(&name) function = __atomic_load_n(&kept, __ATOMIC_RELAXED); \
    if (!function) {                                                       \
      function = (__typeof__(&name))loaded_function(&library, #name);      \
      __atomic_store_n(&kept, function, __ATOMIC_RELAXED);                 \
    }                                                                      \
    return function arguments;                                             \
  }
