/* Random numbers as libraries written in Rust ask for them. Windows 10 has the function, Wine 8 has not.
 * For checks under Wine; never shipped. */
unsigned char __stdcall SystemFunction036(void *bytes, unsigned long size); /* RtlGenRandom, in advapi32 */

__declspec(dllexport) int ProcessPrng(unsigned char *bytes, unsigned long long size)
{
    return SystemFunction036(bytes, (unsigned long) size);
}
