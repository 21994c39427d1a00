#pragma once

#include <stdlib.h>
#include <hpdf.h>
