// libharu, loaded when the first of its functions is called. It brings libraries for pictures with
// it.

// libharu calls its own functions under these names; they must not be found here.
#pragma GCC visibility push(hidden)
#include "CHaru.h"
#pragma GCC visibility pop

#include "CLoading.h"

#include <stddef.h>

// Each version of the 2.3 series has a file name of its own.
static const char *const files[] = {
  "libhpdf-" HPDF_VERSION_TEXT ".so", "libhpdf.so." HPDF_VERSION_TEXT, "libhpdf.so", NULL};
static const struct loaded_library haru = {"libharu", "libhpdf-dev", files};

FORWARD(haru, HPDF_Page, HPDF_AddPage, (HPDF_Doc pdf), (pdf))
FORWARD(haru, HPDF_STATUS, HPDF_Array_Add, (HPDF_Array array, void *obj), (array, obj))
FORWARD(haru, HPDF_Array, HPDF_Array_New, (HPDF_MMgr mmgr), (mmgr))
FORWARD(
  haru, HPDF_Binary, HPDF_Binary_New,
  (HPDF_MMgr mmgr, HPDF_BYTE *value, HPDF_UINT len),
  (mmgr, value, len))
FORWARD(haru, HPDF_Boolean, HPDF_Boolean_New, (HPDF_MMgr mmgr, HPDF_BOOL value), (mmgr, value))
FORWARD(
  haru, HPDF_Outline, HPDF_CreateOutline,
  (HPDF_Doc pdf, HPDF_Outline parent, const char *title, HPDF_Encoder encoder),
  (pdf, parent, title, encoder))
FORWARD(haru, HPDF_Dict, HPDF_DictStream_New, (HPDF_MMgr mmgr, HPDF_Xref xref), (mmgr, xref))
FORWARD(
  haru, HPDF_STATUS, HPDF_Dict_Add,
  (HPDF_Dict dict, const char *key, void *obj),
  (dict, key, obj))
FORWARD(haru, HPDF_Dict, HPDF_Dict_New, (HPDF_MMgr mmgr), (mmgr))
FORWARD(haru, HPDF_STATUS, HPDF_Dict_RemoveElement, (HPDF_Dict dict, const char *key), (dict, key))
FORWARD(haru, void, HPDF_Free, (HPDF_Doc pdf), (pdf))
FORWARD(haru, HPDF_STATUS, HPDF_GetError, (HPDF_Doc pdf), (pdf))
FORWARD(haru, const char *, HPDF_GetVersion, (void), ())
FORWARD(haru, HPDF_UINT, HPDF_MemStream_GetBufCount, (HPDF_Stream stream), (stream))
FORWARD(
  haru, HPDF_BYTE *, HPDF_MemStream_GetBufPtr,
  (HPDF_Stream stream, HPDF_UINT index, HPDF_UINT *length),
  (stream, index, length))
FORWARD(haru, HPDF_Stream, HPDF_MemStream_New, (HPDF_MMgr mmgr, HPDF_UINT buf_siz), (mmgr, buf_siz))
FORWARD(haru, HPDF_Name, HPDF_Name_New, (HPDF_MMgr mmgr, const char *value), (mmgr, value))
FORWARD(
  haru, HPDF_Doc, HPDF_New,
  (HPDF_Error_Handler user_error_fn, void *user_data),
  (user_error_fn, user_data))
FORWARD(haru, HPDF_Null, HPDF_Null_New, (HPDF_MMgr mmgr), (mmgr))
FORWARD(haru, HPDF_Number, HPDF_Number_New, (HPDF_MMgr mmgr, HPDF_INT32 value), (mmgr, value))
FORWARD(
  haru, HPDF_STATUS, HPDF_Obj_WriteValue,
  (void *obj, HPDF_Stream stream, HPDF_Encrypt e),
  (obj, stream, e))
FORWARD(
  haru, HPDF_STATUS, HPDF_Outline_SetOpened,
  (HPDF_Outline outline, HPDF_BOOL opened),
  (outline, opened))
FORWARD(haru, HPDF_Real, HPDF_Real_New, (HPDF_MMgr mmgr, HPDF_REAL value), (mmgr, value))
FORWARD(
  haru, HPDF_STATUS, HPDF_SetInfoAttr,
  (HPDF_Doc pdf, HPDF_InfoType type, const char *value),
  (pdf, type, value))
FORWARD(
  haru, HPDF_STATUS, HPDF_SetPagesConfiguration,
  (HPDF_Doc pdf, HPDF_UINT page_per_pages),
  (pdf, page_per_pages))
FORWARD(haru, void, HPDF_Stream_Free, (HPDF_Stream stream), (stream))
FORWARD(
  haru, HPDF_STATUS, HPDF_Stream_Write,
  (HPDF_Stream stream, const HPDF_BYTE *ptr, HPDF_UINT size),
  (stream, ptr, size))
FORWARD(haru, HPDF_STATUS, HPDF_Stream_WriteChar, (HPDF_Stream stream, char value), (stream, value))
FORWARD(haru, HPDF_STATUS, HPDF_Xref_Add, (HPDF_Xref xref, void *obj), (xref, obj))
FORWARD(haru, HPDF_XrefEntry, HPDF_Xref_GetEntry, (HPDF_Xref xref, HPDF_UINT index), (xref, index))
