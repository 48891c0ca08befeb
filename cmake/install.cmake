# What `cmake --install` puts in place: component runtime is the tool with its manual page and completions, development the library.
include(CMakePackageConfigHelpers)

# --- the tool: page and completions are written by the tool itself, so that they tell what it takes -----------------
set(shell_folder ${CMAKE_CURRENT_BINARY_DIR}/shell)
file(MAKE_DIRECTORY ${shell_folder})
add_custom_command(OUTPUT ${shell_folder}/protokoll.1 ${shell_folder}/protokoll ${shell_folder}/_protokoll ${shell_folder}/protokoll.fish
  COMMAND protokoll man > protokoll.1
  COMMAND protokoll completions bash > protokoll
  COMMAND protokoll completions zsh > _protokoll
  COMMAND protokoll completions fish > protokoll.fish
  DEPENDS protokoll WORKING_DIRECTORY ${shell_folder} COMMENT "Writing the manual page and the completions")
set(manual_page ${shell_folder}/protokoll.1)
find_program(PROTOKOLL_GZIP gzip)
if(PROTOKOLL_GZIP)
  set(manual_page ${shell_folder}/protokoll.1.gz)
  add_custom_command(OUTPUT ${manual_page} COMMAND ${PROTOKOLL_GZIP} -9nc protokoll.1 > protokoll.1.gz
    DEPENDS ${shell_folder}/protokoll.1 WORKING_DIRECTORY ${shell_folder} COMMENT "Compressing the manual page")
endif()
add_custom_target(protokoll_shell ALL DEPENDS ${manual_page})

install(TARGETS protokoll RUNTIME COMPONENT runtime)
install(FILES ${manual_page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT runtime)
install(FILES ${shell_folder}/protokoll DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT runtime)
install(FILES ${shell_folder}/_protokoll DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT runtime)
install(FILES ${shell_folder}/protokoll.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT runtime)
install(FILES ${PROJECT_SOURCE_DIR}/cmake/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/protokoll COMPONENT runtime)

# --- the library ----------------------------------------------------------------------------------------------------
set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/protokoll)
install(TARGETS protokoll_lib EXPORT protokollTargets ARCHIVE COMPONENT development)
install(DIRECTORY include/protokoll DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT protokollTargets NAMESPACE protokoll:: DESTINATION ${config_folder} COMPONENT development)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/protokollConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/protokollConfig.cmake INSTALL_DESTINATION ${config_folder})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/protokollConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/protokollConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/protokollConfigVersion.cmake DESTINATION ${config_folder} COMPONENT development)
install(FILES ${PROJECT_SOURCE_DIR}/cmake/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libprotokoll-dev COMPONENT development)
