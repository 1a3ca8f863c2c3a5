/* Colour profiles, where Wine has a function that ends the program. "There is no profile" is an answer that any
 * Windows may give. For checks under Wine; never shipped. */
#define ANSWER __declspec(dllexport)

ANSWER int GetColorProfileFromHandle(void *profile, unsigned char *bytes, unsigned *size)
{
    if (size)
        *size = 0;
    return 0;
}

ANSWER int CloseColorProfile(void *profile) { return 1; }
ANSWER void *WcsCreateIccProfile(void *profile, unsigned options) { return 0; }
ANSWER void *OpenColorProfileW(void *profile, unsigned access, unsigned share, unsigned creation) { return 0; }
