@echo off
rem Starts Dyad on a JVM 17 or newer, from JAVA_HOME or else the PATH.
rem   DYAD_JVM_OPTIONS  more options for the JVM, such as "-Xmx4g"; they come last and win
rem   DYAD_CLASSPATH    more jars or folders, behind Dyad's own
rem   DYAD_PLUGIN_PATH  folders of plugins, each folder in them apart from all others
setlocal enableextensions
set "home=%~dp0.."

if defined JAVA_HOME (
  set "java=%JAVA_HOME%\bin\java.exe"
) else (
  set "java=java.exe"
)
set "version="
for /f "tokens=2 delims==" %%v in ('""%java%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="" ') do set "version=%%v"
if not defined version (
  echo dyad: Dyad needs a Java 17 or newer, and %java% does not start; install one, or correct JAVA_HOME 1>&2
  exit /b 1
)
for /f "delims=." %%v in ("%version: =%") do set "version=%%v"
if %version% lss 17 (
  echo dyad: Dyad needs a Java 17 or newer; %java% is version %version%. Set JAVA_HOME to a newer one 1>&2
  exit /b 1
)

rem JNA loads native code and Guice uses sun.misc.Unsafe; the JVM warns of it from 22 and 24 on.
set "quiet="
if %version% geq 22 set "quiet=--enable-native-access=ALL-UNNAMED"
if %version% geq 23 set "quiet=%quiet% --sun-misc-unsafe-memory-access=allow"

set "classpath=%home%\lib\*;%home%\plugins\*"
if defined DYAD_CLASSPATH set "classpath=%classpath%;%DYAD_CLASSPATH%"

rem Tensors live outside the heap, so a small heap with the simplest collector starts quickest.
"%java%" -XX:+UseSerialGC -XX:-UsePerfData -Xmx1g -XX:MaxDirectMemorySize=256m ^
  -DOPT_OUT_TRACKING=true -Dai.djl.offline=true -Djdk.console=java.base ^
  %quiet% %DYAD_JVM_OPTIONS% -cp "%classpath%" io.dyad.runtime.cli.Dyad %*
exit /b %errorlevel%
