# build/wasm/riskset.d.ts, printed from the descriptions of the structs by a native program.
set(TYPES "${PROJECT_SOURCE_DIR}/build/wasm/riskset.d.ts")

add_executable(riskset_dts wasm/print_dts.cpp)
target_link_libraries(riskset_dts PRIVATE riskset_core)

add_custom_command(
  OUTPUT riskset.d.ts
  COMMAND riskset_dts > riskset.d.ts
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${PROJECT_SOURCE_DIR}/build/wasm"
  COMMAND "${CMAKE_COMMAND}" -E copy_if_different riskset.d.ts "${TYPES}"
  DEPENDS riskset_dts
  VERBATIM)
add_custom_target(riskset_types DEPENDS riskset.d.ts)
