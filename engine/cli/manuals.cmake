# Manual pages and completions come from the tables of the program itself: one page for every command that
# `bma help` lists.  cmake -DBMA=PROGRAM -DFOLDER=DIR -P manuals.cmake
function(say file)
  execute_process(COMMAND ${BMA} ${ARGN} OUTPUT_FILE ${FOLDER}/${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
execute_process(COMMAND ${BMA} help OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "\n  bma [a-z]+" commands "${help}")
foreach(command ${commands})
  string(REGEX REPLACE ".* " "" command "${command}")
  say(bma-${command}.1 help --man ${command})
endforeach()
foreach(shell bash zsh fish)
  say(completion.${shell} completion ${shell})
endforeach()
say(bma.1 help --man) # the last: it stands for all of them
