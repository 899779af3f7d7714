# Finds em++ wherever it is installed (Debian's package or an emsdk on the PATH) and uses the
# toolchain file that came with it.
find_program(EMXX em++ REQUIRED)
file(REAL_PATH "${EMXX}" EMXX_FILE)
cmake_path(GET EMXX_FILE PARENT_PATH EMSCRIPTEN_HOME)
include("${EMSCRIPTEN_HOME}/cmake/Modules/Platform/Emscripten.cmake")
