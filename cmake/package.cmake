# cpack -G DEB: protokoll_VERSION_ARCH.deb for everybody and libprotokoll-dev_VERSION_ARCH.deb for C++ programs.
set(CPACK_PACKAGE_VENDOR "The protokoll authors")
set(CPACK_PACKAGE_CONTACT "The protokoll authors <maintainers@protokoll.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime development)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME protokoll)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION text)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
"Reads the minutes of meetings (HTML, Markdown, text) and gives head, agenda,
presenters, decisions, votes, tasks, attendance, attachments and next dates
as JSON, Markdown or CSV, every value with the bytes it came from; and checks
minutes as linters check code.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libprotokoll-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libgumbo-dev, libmd4c-dev, libre2-dev, libutf8proc-dev, nettle-dev, libfmt-dev, nlohmann-json3-dev, pkg-config")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"The library behind the tool protokoll, with its headers and CMake package.")

include(CPack)
