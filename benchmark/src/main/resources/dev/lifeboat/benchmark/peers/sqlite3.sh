# Backs up with the sqlite3 command. Each line of the input is an order: work, live database, target, separated by tabs;
# the answer is one line that begins with "ok" or tells what went wrong.
tab=$(printf '\t')

# What Lifeboat does as well: structure, foreign keys, checksum, everything forced to the disk.
equal_work() {
    [ "$(sqlite3 "$1" 'PRAGMA integrity_check; PRAGMA foreign_key_check')" = ok ] && sha256sum "$1" > /dev/null && force "$1"
}

force() {
    sync "$1" "${1%/*}"
}

while IFS=$tab read -r work live target; do
    case $work in
        version) version=$(sqlite3 --version) && echo "ok ${version%% *}" ;;
        backup) sqlite3 "$live" ".backup '$target'" && echo ok ;;
        backup+equal) sqlite3 "$live" ".backup '$target'" && equal_work "$target" && echo ok ;;
        vacuum) sqlite3 "$live" "VACUUM INTO '$target'" && force "$target" && echo ok ;;
        vacuum+equal) sqlite3 "$live" "VACUUM INTO '$target'" && equal_work "$target" && echo ok ;;
        *) false ;;
    esac || echo "failed: $work $target"
done
