// HarfBuzz, loaded when the first of its functions is called. It brings a font library and a general
// one with it.

// HarfBuzz calls its own functions under these names; they must not be found here.
#pragma GCC visibility push(hidden)
#include "CHarfBuzz.h"
#pragma GCC visibility pop

#include "CLoading.h"

#include <stddef.h>

// Brings libharfbuzz.so.0 with it, in which its names are looked for too.
static const char *const files[] = {"libharfbuzz-subset.so.0", NULL};
static const struct loaded_library harfbuzz = {"HarfBuzz", "libharfbuzz-dev", files};

FORWARD(
  harfbuzz, hb_blob_t *, hb_blob_create,
  (const char *data, unsigned int length, hb_memory_mode_t mode, void *user_data, hb_destroy_func_t destroy),
  (data, length, mode, user_data, destroy))
FORWARD(harfbuzz, void, hb_blob_destroy, (hb_blob_t *blob), (blob))
FORWARD(harfbuzz, const char *, hb_blob_get_data, (hb_blob_t *blob, unsigned int *length), (blob, length))
FORWARD(harfbuzz, unsigned int, hb_blob_get_length, (hb_blob_t *blob), (blob))
FORWARD(
  harfbuzz, void, hb_buffer_add_utf8,
  (hb_buffer_t *buffer, const char *text, int text_length, unsigned int item_offset, int item_length),
  (buffer, text, text_length, item_offset, item_length))
FORWARD(harfbuzz, void, hb_buffer_clear_contents, (hb_buffer_t *buffer), (buffer))
FORWARD(harfbuzz, hb_buffer_t *, hb_buffer_create, (void), ())
FORWARD(harfbuzz, void, hb_buffer_destroy, (hb_buffer_t *buffer), (buffer))
FORWARD(
  harfbuzz, hb_glyph_info_t *, hb_buffer_get_glyph_infos,
  (hb_buffer_t *buffer, unsigned int *length),
  (buffer, length))
FORWARD(
  harfbuzz, hb_glyph_position_t *, hb_buffer_get_glyph_positions,
  (hb_buffer_t *buffer, unsigned int *length),
  (buffer, length))
FORWARD(
  harfbuzz, void, hb_buffer_set_direction,
  (hb_buffer_t *buffer, hb_direction_t direction),
  (buffer, direction))
FORWARD(
  harfbuzz, void, hb_buffer_set_language,
  (hb_buffer_t *buffer, hb_language_t language),
  (buffer, language))
FORWARD(harfbuzz, void, hb_buffer_set_script, (hb_buffer_t *buffer, hb_script_t script), (buffer, script))
FORWARD(harfbuzz, hb_draw_funcs_t *, hb_draw_funcs_create, (void), ())
FORWARD(harfbuzz, void, hb_draw_funcs_destroy, (hb_draw_funcs_t *dfuncs), (dfuncs))
FORWARD(
  harfbuzz, void, hb_draw_funcs_set_close_path_func,
  (hb_draw_funcs_t *dfuncs, hb_draw_close_path_func_t func, void *user_data, hb_destroy_func_t destroy),
  (dfuncs, func, user_data, destroy))
FORWARD(
  harfbuzz, void, hb_draw_funcs_set_cubic_to_func,
  (hb_draw_funcs_t *dfuncs, hb_draw_cubic_to_func_t func, void *user_data, hb_destroy_func_t destroy),
  (dfuncs, func, user_data, destroy))
FORWARD(
  harfbuzz, void, hb_draw_funcs_set_line_to_func,
  (hb_draw_funcs_t *dfuncs, hb_draw_line_to_func_t func, void *user_data, hb_destroy_func_t destroy),
  (dfuncs, func, user_data, destroy))
FORWARD(
  harfbuzz, void, hb_draw_funcs_set_move_to_func,
  (hb_draw_funcs_t *dfuncs, hb_draw_move_to_func_t func, void *user_data, hb_destroy_func_t destroy),
  (dfuncs, func, user_data, destroy))
FORWARD(
  harfbuzz, hb_bool_t, hb_face_builder_add_table,
  (hb_face_t *face, hb_tag_t tag, hb_blob_t *blob),
  (face, tag, blob))
FORWARD(harfbuzz, hb_face_t *, hb_face_builder_create, (void), ())
FORWARD(harfbuzz, unsigned int, hb_face_count, (hb_blob_t *blob), (blob))
FORWARD(harfbuzz, hb_face_t *, hb_face_create, (hb_blob_t *blob, unsigned int index), (blob, index))
FORWARD(harfbuzz, void, hb_face_destroy, (hb_face_t *face), (face))
FORWARD(harfbuzz, unsigned int, hb_face_get_glyph_count, (const hb_face_t *face), (face))
FORWARD(harfbuzz, unsigned int, hb_face_get_upem, (const hb_face_t *face), (face))
FORWARD(harfbuzz, hb_blob_t *, hb_face_reference_blob, (hb_face_t *face), (face))
FORWARD(harfbuzz, hb_blob_t *, hb_face_reference_table, (const hb_face_t *face, hb_tag_t tag), (face, tag))
FORWARD(harfbuzz, hb_font_t *, hb_font_create, (hb_face_t *face), (face))
FORWARD(harfbuzz, void, hb_font_destroy, (hb_font_t *font), (font))
FORWARD(
  harfbuzz, hb_position_t, hb_font_get_glyph_h_advance,
  (hb_font_t *font, hb_codepoint_t glyph),
  (font, glyph))
FORWARD(
  harfbuzz, hb_bool_t, hb_font_get_nominal_glyph,
  (hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph),
  (font, unicode, glyph))
FORWARD(harfbuzz, hb_language_t, hb_language_from_string, (const char *str, int len), (str, len))
FORWARD(harfbuzz, hb_codepoint_t, hb_map_get, (const hb_map_t *map, hb_codepoint_t key), (map, key))
FORWARD(
  harfbuzz, unsigned int, hb_ot_name_get_utf8,
  (hb_face_t *face, hb_ot_name_id_t name_id, hb_language_t language, unsigned int *text_size, char *text),
  (face, name_id, language, text_size, text))
FORWARD(harfbuzz, void, hb_set_add, (hb_set_t *set, hb_codepoint_t codepoint), (set, codepoint))
FORWARD(
  harfbuzz, void, hb_shape,
  (hb_font_t *font, hb_buffer_t *buffer, const hb_feature_t *features, unsigned int num_features),
  (font, buffer, features, num_features))
FORWARD(harfbuzz, hb_subset_input_t *, hb_subset_input_create_or_fail, (void), ())
FORWARD(harfbuzz, void, hb_subset_input_destroy, (hb_subset_input_t *input), (input))
FORWARD(harfbuzz, hb_set_t *, hb_subset_input_glyph_set, (hb_subset_input_t *input), (input))
FORWARD(harfbuzz, void, hb_subset_input_set_flags, (hb_subset_input_t *input, unsigned value), (input, value))
FORWARD(
  harfbuzz, hb_subset_plan_t *, hb_subset_plan_create_or_fail,
  (hb_face_t *face, const hb_subset_input_t *input),
  (face, input))
FORWARD(harfbuzz, void, hb_subset_plan_destroy, (hb_subset_plan_t *plan), (plan))
FORWARD(harfbuzz, hb_face_t *, hb_subset_plan_execute_or_fail, (hb_subset_plan_t *plan), (plan))
FORWARD(
  harfbuzz, const hb_map_t *, hb_subset_plan_old_to_new_glyph_mapping,
  (const hb_subset_plan_t *plan),
  (plan))

#if HB_VERSION_ATLEAST(7, 0, 0)
FORWARD(
  harfbuzz, void, hb_font_draw_glyph,
  (hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *functions, void *data),
  (font, glyph, functions, data))
#else
FORWARD(
  harfbuzz, void, hb_font_get_glyph_shape,
  (hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *functions, void *data),
  (font, glyph, functions, data))
#endif
