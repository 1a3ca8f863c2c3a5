; The setup of Warmbook for Windows: for one person, without an administrator.
; packaging/windows/installer.py compiles it: -DVERSION -DNUMBERS -DFOLDER -DOUT -DICON, and -DQUICK for a trial.

Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"

!define NAME "Warmbook"
!define PROGRAM "warmbook.exe"
!define ID "org.warmbook.Warmbook"
!define TYPE "${ID}.book"
!define ENDING ".warmbook"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define IN_USE 4
!define TOO_OLD 3

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
ManifestDPIAware true
ManifestSupportedOS all
BrandingText "${NAME} ${VERSION}"
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} Setup"
VIAddVersionKey CompanyName "Warmbook contributors"
VIAddVersionKey LegalCopyright "MIT licence, Warmbook contributors"

!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!define MUI_WELCOMEFINISHPAGE_BITMAP "wizard.bmp"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_COMPONENTSPAGE_TEXT_TOP "$(ChoicesText)"
!define MUI_COMPONENTSPAGE_TEXT_COMPLIST " "
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(LeaveText)"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "$(ChoicesTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(ChoicesHint)"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SpanishInternational"

!macro WORDS KEY ENGLISH SPANISH
  LangString ${KEY} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${KEY} ${LANG_SPANISHINTERNATIONAL} "${SPANISH}"
!macroend
!insertmacro WORDS WelcomeText \
  "This installs ${NAME} ${VERSION} for you alone; no administrator is needed.$\r$\n$\r$\nIf ${NAME} is here already, it is brought up to date. Your book, your backups and your settings stay as they are." \
  "Se instala ${NAME} ${VERSION} solo para esta cuenta; no hace falta ser administrador.$\r$\n$\r$\nSi ${NAME} ya está instalado, se actualiza. La libreta, sus copias y las preferencias quedan como están."
!insertmacro WORDS ChoicesTitle "Two small choices" "Dos opciones"
!insertmacro WORDS ChoicesHint "${NAME} works the same either way." "${NAME} funciona igual de las dos maneras."
!insertmacro WORDS ChoicesText "Tick what you would like." "Marcar lo que se desee."
!insertmacro WORDS LeaveText \
  "${NAME} will be removed. Your book and its backups are not touched: they stay in the folder $LOCALAPPDATA\${NAME}." \
  "Se quitará ${NAME}. La libreta y sus copias no se tocan: quedan en la carpeta $LOCALAPPDATA\${NAME}."
!insertmacro WORDS InUseText \
  "${NAME} is open. Close its window, wait a moment, then choose Retry." \
  "${NAME} está abierto. Hay que cerrar su ventana, esperar un momento y elegir Reintentar."
!insertmacro WORDS TooOldText \
  "${NAME} needs Windows 10, version 1809 or newer." \
  "${NAME} necesita Windows 10, versión 1809 o posterior."
!insertmacro WORDS BookText "${NAME} book" "Libreta de ${NAME}"
!insertmacro WORDS TypeText "Open books (${ENDING}) with ${NAME}" "Abrir las libretas (${ENDING}) con ${NAME}"
!insertmacro WORDS DesktopText "Icon on the desktop" "Icono en el escritorio"

; Nobody is stopped in the middle of a call: whoever has it open is asked to close it. Nothing has changed till then.
!macro WAIT_UNTIL_CLOSED
  wait_until_closed:
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(InUseText)" /SD IDCANCEL IDRETRY wait_until_closed
      SetErrorLevel ${IN_USE}
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro TELL_THE_DESKTOP
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "-${NAME}"
  !insertmacro WAIT_UNTIL_CLOSED
  SetOutPath "$INSTDIR"
  Delete "$INSTDIR\${PROGRAM}"
  RMDir /r "$INSTDIR\lib" ; the parts of an older version; never the folder itself, it may be somebody's own
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Warmbook contributors"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section "$(TypeText)" SECTION_TYPE
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "$(BookText)"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${TYPE}" ""
  ReadRegStr $0 HKCU "${CLASSES}\${ENDING}" ""
  ${If} $0 == ""
    WriteRegStr HKCU "${CLASSES}\${ENDING}" "" "${TYPE}"
  ${EndIf}
  !insertmacro TELL_THE_DESKTOP
SectionEnd

Section /o "$(DesktopText)" SECTION_DESKTOP
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
SectionEnd

Function .onInit
  ${Unless} ${AtLeastBuild} 17763
    MessageBox MB_ICONSTOP "$(TooOldText)" /SD IDOK
    SetErrorLevel ${TOO_OLD}
    Quit
  ${EndUnless}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1 ; who installs without the wizard can have the icon too
  ${IfNot} ${Errors}
    SectionSetFlags ${SECTION_DESKTOP} ${SF_SELECTED}
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro WAIT_UNTIL_CLOSED
  Delete "$INSTDIR\${PROGRAM}"
  RMDir /r "$INSTDIR\lib"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays where somebody keeps more in it
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"

  ReadRegStr $0 HKCU "${CLASSES}\${ENDING}" ""
  ${If} $0 == "${TYPE}"
    DeleteRegValue HKCU "${CLASSES}\${ENDING}" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}"
  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TELL_THE_DESKTOP
SectionEnd
