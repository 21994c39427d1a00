#include <stdlib.h>
#include <hpdf.h>
