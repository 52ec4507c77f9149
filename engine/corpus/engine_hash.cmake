# engine_hash.cmake: the SHA-256 over the names and bytes of all sources of the engine, in the order of their
# names, into engine.c.  It is what this prints:
#   find engine include -type f | grep -E '\.(c|h|in|sql|css)$' | LC_ALL=C sort | xargs sha256sum | sha256sum
#
#   cmake -D ROOT=<source tree> -D OUT=<engine.c> -P engine_hash.cmake
file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/engine/*" "${ROOT}/include/*")
list(FILTER files INCLUDE REGEX "\\.(c|h|in|sql|css)$")
list(SORT files)
set(hashes "")
foreach(file ${files})
  file(SHA256 "${ROOT}/${file}" hash)
  string(APPEND hashes "${hash}  ${file}\n")
endforeach()
string(SHA256 ENGINE_SHA256 "${hashes}")
configure_file("${ROOT}/engine/corpus/engine.c.in" "${OUT}" @ONLY)
