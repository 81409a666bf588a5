@echo off
rem Runs Dyad from a clone: builds the distribution when it is missing, then starts it.
rem After a change of the sources: mvn -q -DskipTests -pl distribution -am package
setlocal enableextensions
set "root=%~dp0"

call :find
if not defined bin (
  echo dyad: building from source first; takes about half a minute, some minutes when Maven has to fetch libraries 1>&2
  pushd "%root%"
  call mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl distribution -am package 1>&2
  popd
  call :find
)
if not defined bin (
  echo dyad: the build failed; Maven says why above. It needs Maven 3.8 and a JDK 17, or newer: see docs\install.md 1>&2
  exit /b 1
)
call "%bin%" %*
exit /b %errorlevel%

:find
set "bin="
for /d %%d in ("%root%distribution\target\dyad-*") do if exist "%%d\bin\dyad.bat" set "bin=%%d\bin\dyad.bat"
exit /b 0
