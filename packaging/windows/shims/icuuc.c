/* What Qt asks of Windows' own ICU to know text encodings beyond Unicode. Windows 10 has it, Wine has not.
 * Every question is answered with "no such encoding", which Qt is ready for. For checks under Wine; never shipped. */
#define ANSWER __declspec(dllexport)

typedef int status; /* UErrorCode */
enum { FILE_ACCESS_ERROR = 4 };

ANSWER void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
ANSWER void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
ANSWER void ucnv_cbFromUWriteUChars(void) {}
ANSWER void ucnv_cbToUWriteUChars(void) {}
ANSWER void ucnv_close(void *converter) {}
ANSWER int ucnv_countAvailable(void) { return 0; }
ANSWER int ucnv_fromUCountPending(void *converter, status *found) { return 0; }
ANSWER void ucnv_fromUnicode(void *converter, ...) {}
ANSWER const char *ucnv_getAvailableName(int number) { return 0; }
ANSWER void ucnv_getFromUCallBack(void *converter, ...) {}
ANSWER signed char ucnv_getMaxCharSize(void *converter) { return 1; }
ANSWER void ucnv_getToUCallBack(void *converter, ...) {}
ANSWER void ucnv_reset(void *converter) {}
ANSWER void ucnv_setFromUCallBack(void *converter, ...) {}
ANSWER void ucnv_setToUCallBack(void *converter, ...) {}
ANSWER int ucnv_toUCountPending(void *converter, status *found) { return 0; }
ANSWER void ucnv_toUnicode(void *converter, ...) {}

ANSWER const char *ucnv_getName(void *converter, status *found)
{
    *found = FILE_ACCESS_ERROR;
    return 0;
}

ANSWER const char *ucnv_getStandardName(const char *name, const char *standard, status *found)
{
    *found = FILE_ACCESS_ERROR;
    return 0;
}

ANSWER void *ucnv_open(const char *name, status *found)
{
    *found = FILE_ACCESS_ERROR;
    return 0;
}
