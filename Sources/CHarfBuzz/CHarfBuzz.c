// HarfBuzz, loaded when the first of its functions is called.
//
// It brings a font library and a general one with it, and the loader would spend a fifth of a
// `gongkai --version` on them in every run, while most runs print no page. Each function that is
// used stands here under its own name, with the type that HarfBuzz's header gives it, and hands
// its arguments on.

// HarfBuzz calls its own functions under these names; they must not be found here.
#pragma GCC visibility push(hidden)
#include "CHarfBuzz.h"
#pragma GCC visibility pop

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

// The function of a name, or the end of the program: nothing can be printed without.
static void *harfbuzz(const char *name) {
  // Brings libharfbuzz.so.0 with it, in which its names are looked for too.
  void *library = dlopen("libharfbuzz-subset.so.0", RTLD_NOW | RTLD_LOCAL);
  void *function = library ? dlsym(library, name) : NULL;
  if (!function) {
    fprintf(stderr, "gongkai：HarfBuzz 不能用（%s）；请安装 libharfbuzz-dev\n", dlerror());
    exit(2);
  }
  return function;
}

// Two threads may both look a function up: they find the same.
#define FORWARD(result, name, parameters, arguments)                       \
  result name parameters {                                                 \
    static __typeof__(&name) kept;                                         \
    __typeof__(&name) function = __atomic_load_n(&kept, __ATOMIC_RELAXED); \
    if (!function) {                                                       \
      function = (__typeof__(&name))harfbuzz(#name);                       \
      __atomic_store_n(&kept, function, __ATOMIC_RELAXED);                 \
    }                                                                      \
    return function arguments;                                             \
  }

FORWARD(
  hb_blob_t *, hb_blob_create,
  (const char *data, unsigned int length, hb_memory_mode_t mode, void *user_data, hb_destroy_func_t destroy),
  (data, length, mode, user_data, destroy))
FORWARD(void, hb_blob_destroy, (hb_blob_t *blob), (blob))
FORWARD(const char *, hb_blob_get_data, (hb_blob_t *blob, unsigned int *length), (blob, length))
FORWARD(unsigned int, hb_blob_get_length, (hb_blob_t *blob), (blob))
FORWARD(
  void, hb_buffer_add_utf8,
  (hb_buffer_t *buffer, const char *text, int text_length, unsigned int item_offset, int item_length),
  (buffer, text, text_length, item_offset, item_length))
FORWARD(void, hb_buffer_clear_contents, (hb_buffer_t *buffer), (buffer))
FORWARD(hb_buffer_t *, hb_buffer_create, (void), ())
FORWARD(void, hb_buffer_destroy, (hb_buffer_t *buffer), (buffer))
FORWARD(
  hb_glyph_info_t *, hb_buffer_get_glyph_infos,
  (hb_buffer_t *buffer, unsigned int *length),
  (buffer, length))
FORWARD(
  hb_glyph_position_t *, hb_buffer_get_glyph_positions,
  (hb_buffer_t *buffer, unsigned int *length),
  (buffer, length))
FORWARD(
  void, hb_buffer_set_direction,
  (hb_buffer_t *buffer, hb_direction_t direction),
  (buffer, direction))
FORWARD(
  void, hb_buffer_set_language,
  (hb_buffer_t *buffer, hb_language_t language),
  (buffer, language))
FORWARD(void, hb_buffer_set_script, (hb_buffer_t *buffer, hb_script_t script), (buffer, script))
FORWARD(hb_draw_funcs_t *, hb_draw_funcs_create, (void), ())
FORWARD(void, hb_draw_funcs_destroy, (hb_draw_funcs_t *dfuncs), (dfuncs))
FORWARD(
  void, hb_draw_funcs_set_close_path_func,
  (hb_draw_funcs_t *dfuncs, hb_draw_close_path_func_t func, void *user_data, hb_destroy_func_t destroy),
  (dfuncs, func, user_data, destroy))
FORWARD(
  void, hb_draw_funcs_set_cubic_to_func,
  (hb_draw_funcs_t *dfuncs, hb_draw_cubic_to_func_t func, void *user_data, hb_destroy_func_t destroy),
  (dfuncs, func, user_data, destroy))
FORWARD(
  void, hb_draw_funcs_set_line_to_func,
  (hb_draw_funcs_t *dfuncs, hb_draw_line_to_func_t func, void *user_data, hb_destroy_func_t destroy),
  (dfuncs, func, user_data, destroy))
FORWARD(
  void, hb_draw_funcs_set_move_to_func,
  (hb_draw_funcs_t *dfuncs, hb_draw_move_to_func_t func, void *user_data, hb_destroy_func_t destroy),
  (dfuncs, func, user_data, destroy))
FORWARD(
  hb_bool_t, hb_face_builder_add_table,
  (hb_face_t *face, hb_tag_t tag, hb_blob_t *blob),
  (face, tag, blob))
FORWARD(hb_face_t *, hb_face_builder_create, (void), ())
FORWARD(unsigned int, hb_face_count, (hb_blob_t *blob), (blob))
FORWARD(hb_face_t *, hb_face_create, (hb_blob_t *blob, unsigned int index), (blob, index))
FORWARD(void, hb_face_destroy, (hb_face_t *face), (face))
FORWARD(unsigned int, hb_face_get_glyph_count, (const hb_face_t *face), (face))
FORWARD(unsigned int, hb_face_get_upem, (const hb_face_t *face), (face))
FORWARD(hb_blob_t *, hb_face_reference_blob, (hb_face_t *face), (face))
FORWARD(hb_blob_t *, hb_face_reference_table, (const hb_face_t *face, hb_tag_t tag), (face, tag))
FORWARD(hb_font_t *, hb_font_create, (hb_face_t *face), (face))
FORWARD(void, hb_font_destroy, (hb_font_t *font), (font))
FORWARD(
  hb_position_t, hb_font_get_glyph_h_advance,
  (hb_font_t *font, hb_codepoint_t glyph),
  (font, glyph))
FORWARD(
  hb_bool_t, hb_font_get_nominal_glyph,
  (hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph),
  (font, unicode, glyph))
FORWARD(hb_language_t, hb_language_from_string, (const char *str, int len), (str, len))
FORWARD(hb_codepoint_t, hb_map_get, (const hb_map_t *map, hb_codepoint_t key), (map, key))
FORWARD(
  unsigned int, hb_ot_name_get_utf8,
  (hb_face_t *face, hb_ot_name_id_t name_id, hb_language_t language, unsigned int *text_size, char *text),
  (face, name_id, language, text_size, text))
FORWARD(void, hb_set_add, (hb_set_t *set, hb_codepoint_t codepoint), (set, codepoint))
FORWARD(
  void, hb_shape,
  (hb_font_t *font, hb_buffer_t *buffer, const hb_feature_t *features, unsigned int num_features),
  (font, buffer, features, num_features))
FORWARD(hb_subset_input_t *, hb_subset_input_create_or_fail, (void), ())
FORWARD(void, hb_subset_input_destroy, (hb_subset_input_t *input), (input))
FORWARD(hb_set_t *, hb_subset_input_glyph_set, (hb_subset_input_t *input), (input))
FORWARD(void, hb_subset_input_set_flags, (hb_subset_input_t *input, unsigned value), (input, value))
FORWARD(
  hb_subset_plan_t *, hb_subset_plan_create_or_fail,
  (hb_face_t *face, const hb_subset_input_t *input),
  (face, input))
FORWARD(void, hb_subset_plan_destroy, (hb_subset_plan_t *plan), (plan))
FORWARD(hb_face_t *, hb_subset_plan_execute_or_fail, (hb_subset_plan_t *plan), (plan))
FORWARD(
  const hb_map_t *, hb_subset_plan_old_to_new_glyph_mapping,
  (const hb_subset_plan_t *plan),
  (plan))

#if HB_VERSION_ATLEAST(7, 0, 0)
FORWARD(
  void, hb_font_draw_glyph,
  (hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *functions, void *data),
  (font, glyph, functions, data))
#else
FORWARD(
  void, hb_font_get_glyph_shape,
  (hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *functions, void *data),
  (font, glyph, functions, data))
#endif
