#!/bin/sh
#
# Tests mvnw with made-up JDKs and Mavens in a temporary folder; nothing installed is looked at, nothing is downloaded.
# MVNW_TEST_SHELL names the shell that runs mvnw, for example bash or "busybox ash"; sh by default.

# shellcheck disable=SC2016 # much here is text for other scripts, or an argument to be left as it is

set -eu
unset CDPATH

root=$(cd "$(dirname "$0")/../../.." && pwd)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
trap 'exit 1' HUP INT TERM
temp=$(cd -P "$temp" && pwd)

work="$temp/all paths with spaces"
project="$work/the project"
home="$work/home"
tools="$work/tools"
jdks="$work/jdks"
results="$work"
passed=0
failed=0

# --- Making up a machine ---

mkdir -p "$project/.mvn" "$home" "$tools" "$jdks"
cp "$root/mvnw" "$project/mvnw"

link_tools() {
    for name; do
        file=$(command -v "$name") && ln -s "$file" "$tools/$name"
    done
}
link_tools sh env cat cp mv rm mkdir mktemp readlink sed tar gzip tr sleep || :
link_tools sha512sum || link_tools shasum || link_tools openssl

# The shell under test, found here since the PATH of a run has only the tools above.
shell=${MVNW_TEST_SHELL:-sh}
shell="$(command -v "${shell%% *}")${shell#"${shell%% *}"}"
cat >"$tools/launch" <<END
#!/bin/sh
exec $shell "\${MVNW_UNDER_TEST:-$project/mvnw}" "\$@"
END
chmod +x "$tools/launch"

# script FILE: makes standard input an executable
script() {
    mkdir -p "${1%/*}"
    { echo '#!/bin/sh' && cat; } >"$1"
    chmod +x "$1"
}

# jre FOLDER VERSION, jdk FOLDER VERSION
jre() {
    script "$1/bin/java" <<'END'
case $1 in
    *.java) case $2 in http*/maven.tar.gz) cp "$SERVED" "$3" ;; *) echo 'no such host' >&2 && exit 1 ;; esac ;;
    -XshowSettings:properties) echo "    java.home = $(cd "${0%/*}/.." && pwd)" >&2 ;;
esac
END
    printf 'IMPLEMENTOR="Someone"\nJAVA_VERSION="%s"\nJAVA_VERSION_DATE="2025-10-21"\n' "$2" >"$1/release"
}

jdk() {
    jre "$1" "$2"
    echo "echo javac $2" | script "$1/bin/javac"
}

# maven FOLDER VERSION
maven() {
    script "$1/bin/mvn" <<END
[ "\$*" != -v ] || { echo "Apache Maven $2 (0123)"; exit; }
printf 'mvn=%s\njava=%s\n' "\$0" "\$JAVA_HOME"
printf 'cwd=%s\nversion=%s\n' "\$PWD" "\${version:-}"
[ \$# = 0 ] || printf 'arg=%s\n' "\$@"
exit "\${FAKE_EXIT:-0}"
END
    mkdir -p "$1/lib"
    : >"$1/lib/maven-core-$2.jar"
}

# properties CHECKSUM [URL]
properties() {
    cat >"$project/.mvn/maven.properties" <<END
# a comment
minimumJavaVersion=21
minimumMavenVersion=3.8.6
mavenVersion=3.9.11
distributionUrl=${2:-https://example.invalid/maven.tar.gz}
sha512.tar.gz=$1
sha512.zip=unused
END
}

sha512() {
    if command -v sha512sum >/dev/null; then
        sha512sum <"$1"
    elif command -v shasum >/dev/null; then
        shasum -a 512 <"$1"
    else
        openssl dgst -sha512 <"$1" | sed 's/.* //'
    fi | sed 's/ .*//'
}

# --- Running and judging ---

# run [VARIABLE=VALUE…] launch [ARGUMENT…]
run() {
    run_with_nothing PATH="$tools" HOME="$home" MVNW_JDK_ROOTS="$work/none/*" "$@"
}

run_with_nothing() {
    status=0
    env -i "$@" >"$results/out" 2>"$results/err" || status=$?
}

verdict() {
    if [ -z "$2" ]; then
        passed=$((passed + 1))
        printf 'ok      %s\n' "$1"
    else
        failed=$((failed + 1))
        printf 'FAILED  %s: %s (exit code %s)\n' "$1" "$2" "$status"
        sed 's/^/        out: /' "$results/out"
        sed 's/^/        err: /' "$results/err"
    fi
}

# chose NAME JDK MVN: the last run started that Maven with that JDK and said nothing
chose() {
    problem=
    [ "$status" = 0 ] || problem='exit code'
    grep -qxF "java=$2" "$results/out" || problem="expected JDK $2"
    grep -qxF "mvn=$3" "$results/out" || problem="expected Maven $3"
    [ ! -s "$results/err" ] || problem='wrote to stderr'
    verdict "$1" "$problem"
}

# refused NAME TEXT…: the last run ended with exit code 1 and exactly one line on stderr, with all of the texts
refused() {
    problem=
    name=$1
    shift
    [ "$status" = 1 ] || problem='expected exit code 1'
    [ ! -s "$results/out" ] || problem='wrote to stdout'
    [ "$(wc -l <"$results/err")" -eq 1 ] || problem='expected one line on stderr'
    for text; do
        grep -qF -- "$text" "$results/err" || problem="expected on stderr: $text"
    done
    verdict "$name" "$problem"
}

# says NAME FILE TEXT: the last run wrote that line
says() {
    problem=
    grep -qxF -- "$3" "$results/$2" || problem="expected in $2: $3"
    verdict "$1" "$problem"
}

properties 0000
jdk "$jdks/17" 17.0.9
jdk "$jdks/21" 21.0.1
jdk "$jdks/25" 25.0.1
jdk "$jdks/8" 1.8.0_392
jre "$jdks/jre-25" 25.0.1
maven "$work/maven-3.9.9" 3.9.9
maven "$work/maven-3.8.6" 3.8.6
maven "$work/maven-3.8.5" 3.8.5
maven "$work/maven-3.10.0" 3.10.0
good="$work/maven-3.9.9/bin"
mvn="$good/mvn"

# --- Which JDK ---

run JAVA_HOME="$jdks/21" PATH="$good:$jdks/25/bin:$tools" MVNW_JDK_ROOTS="$jdks/*" launch verify
chose 'JAVA_HOME comes first' "$jdks/21" "$mvn"

run JAVA_HOME="$jdks/17" PATH="$good:$jdks/21/bin:$tools" MVNW_JDK_ROOTS="$jdks/*" launch verify
chose 'JAVA_HOME too old, java on PATH' "$jdks/21" "$mvn"

run JAVA_HOME="$jdks/jre-25" PATH="$good:$jdks/21/bin:$tools" launch verify
chose 'JAVA_HOME without javac, java on PATH' "$jdks/21" "$mvn"

run JAVA_HOME="$jdks/missing" PATH="$good:$jdks/17/bin:$tools" MVNW_JDK_ROOTS="$jdks/*" launch verify
chose 'JAVA_HOME missing, java on PATH too old, newest found' "$jdks/25" "$mvn"

mkdir -p "$work/links" "$work/alternatives"
ln -s "$jdks/21/bin/javac" "$work/alternatives/javac"
ln -s ../alternatives/javac "$work/links/javac"
run PATH="$good:$work/links:$tools" launch verify
chose 'javac on PATH is a link to a link' "$jdks/21" "$mvn"

mkdir "$work/java-only"
ln -s "$jdks/25/bin/java" "$work/java-only/java"
run PATH="$good:$work/java-only:$jdks/17/bin:$tools" launch verify
chose 'java on PATH newer than javac' "$jdks/25" "$mvn"

echo "exec '$jdks/21/bin/java' \"\$@\"" | script "$work/shims/java"
cp "$work/shims/java" "$work/shims/javac"
run PATH="$good:$work/shims:$tools" launch verify
chose 'java on PATH is a shim' "$jdks/21" "$mvn"

run PATH="$good:$tools" MVNW_JDK_ROOTS="$work/none/*:$jdks/*" launch verify
chose 'nothing set, newest found' "$jdks/25" "$mvn"

jdk "$work/more/9" 9.0.4
jdk "$work/more/26" 26-ea
jdk "$work/more/25" 25.0.10+8-LTS
run PATH="$good:$tools" MVNW_JDK_ROOTS="$jdks/*:$work/more/*" launch verify
chose 'early access version' "$work/more/26" "$mvn"

rm -r "$work/more/26"
run PATH="$good:$tools" MVNW_JDK_ROOTS="$jdks/*:$work/more/*" launch verify
chose 'versions are compared as numbers' "$work/more/25" "$mvn"

jdk "$work/mac/temurin-25.jdk/Contents/Home" 25
run PATH="$good:$tools" MVNW_JDK_ROOTS="$work/mac/*" launch verify
chose 'folder layout of macOS' "$work/mac/temurin-25.jdk/Contents/Home" "$mvn"

jdk "$work/no-release" 22.0.2
rm "$work/no-release/release"
run JAVA_HOME="$work/no-release" PATH="$good:$tools" launch verify
chose 'no release file, javac is asked' "$work/no-release" "$mvn"

jdk "$home/.sdkman/candidates/java/99-tem" 99.0.1
run_with_nothing HOME="$home" PATH="$good:$tools" launch verify
chose 'usual places below HOME' "$home/.sdkman/candidates/java/99-tem" "$mvn"
rm -r "$home/.sdkman"

run JAVA_HOME="$jdks/17" PATH="$good:$jdks/8/bin:$tools" MVNW_JDK_ROOTS="$jdks/17:$jdks/jre-25:$jdks/8" launch verify
refused 'only old ones' \
    "needs a JDK 21 or newer, and none was found (JAVA_HOME is $jdks/17, 17.0.9, java on PATH is 1.8.0_392)." \
    'Install one, for example Eclipse Temurin 25, or set JAVA_HOME.'

run PATH="$good:$tools" launch verify
refused 'none at all' '(JAVA_HOME is not set, no java is on PATH)'

run PATH="$good:$jdks/jre-25/bin:$tools" MVNW_JDK_ROOTS= launch verify
refused 'only a JRE' '(JAVA_HOME is not set, java on PATH is not a JDK)'

run MVNW_VERBOSE=true JAVA_HOME="$jdks/17" PATH="$good:$jdks/21/bin:$tools" launch verify
says 'MVNW_VERBOSE says what is passed over' err "mvnw: JAVA_HOME is $jdks/17, 17.0.9"
says 'MVNW_VERBOSE says what is chosen' err "mvnw: JDK $jdks/21"

# --- Which Maven ---

run JAVA_HOME="$jdks/25" MAVEN_HOME="$work/maven-3.8.6" PATH="$good:$tools" launch verify
chose 'MAVEN_HOME comes first' "$jdks/25" "$work/maven-3.8.6/bin/mvn"

run JAVA_HOME="$jdks/25" MAVEN_HOME="$work/maven-3.8.5" PATH="$good:$tools" launch verify
chose 'MAVEN_HOME too old, mvn on PATH' "$jdks/25" "$mvn"

run JAVA_HOME="$jdks/25" PATH="$work/maven-3.10.0/bin:$tools" launch verify
chose 'Maven versions are compared as numbers' "$jdks/25" "$work/maven-3.10.0/bin/mvn"

mkdir "$work/bin"
ln -s "$mvn" "$work/bin/mvn"
run JAVA_HOME="$jdks/25" PATH="$work/bin:$tools" launch verify
chose 'mvn on PATH is a link' "$jdks/25" "$work/bin/mvn"

maven "$work/debian" 3.8.7
mkdir "$work/share"
: >"$work/share/maven3-core.jar"
rm "$work/debian/lib/maven-core-3.8.7.jar"
ln -s ../../share/maven3-core.jar "$work/debian/lib/maven-core-3.x.jar"
run JAVA_HOME="$jdks/25" PATH="$work/debian/bin:$tools" launch verify
chose 'no version in the name of the jar, mvn is asked' "$jdks/25" "$work/debian/bin/mvn"

maven "$work/shim-of-maven" 3.9.4
rm -r "$work/shim-of-maven/lib"
run JAVA_HOME="$jdks/25" PATH="$work/shim-of-maven/bin:$tools" launch verify
chose 'mvn on PATH is a shim' "$jdks/25" "$work/shim-of-maven/bin/mvn"

mkdir "$work/self"
ln -s "$project/mvnw" "$work/self/mvn"
run JAVA_HOME="$jdks/25" PATH="$work/self:$good:$tools" launch verify
chose 'never itself' "$jdks/25" "$mvn"

# --- How it is run ---

run JAVA_HOME="$jdks/25" PATH="$good:$tools" launch '-Dname=two words' '' "it's" '"quoted"' '$HOME *' 'back\slash'
printf 'arg=%s\n' '-Dname=two words' '' "it's" '"quoted"' '$HOME *' 'back\slash' >"$work/expected"
grep '^arg=' "$results/out" | cmp -s - "$work/expected" && problem='' || problem='arguments differ'
verdict 'arguments are passed verbatim' "$problem"

run JAVA_HOME="$jdks/25" PATH="$good:$tools" FAKE_EXIT=42 launch verify
[ "$status" = 42 ] && problem='' || problem='expected exit code 42'
verdict 'the exit code is that of Maven' "$problem"

ln -s "$project/mvnw" "$work/link-to-mvnw"
(
    cd "$work/bin"
    run JAVA_HOME="$jdks/25" PATH="$good:$tools" MVNW_UNDER_TEST=../link-to-mvnw launch verify
    exit "$status"
) && status=0 || status=$?
chose 'called through a relative link' "$jdks/25" "$mvn"
says 'the working directory is kept' out "cwd=$work/bin"

run version=mine JAVA_HOME="$jdks/17" PATH="$good:$jdks/25/bin:$tools" launch verify
says 'the other environment is kept' out version=mine

run_with_nothing JAVA_HOME="$jdks/25" PATH="$good:$tools" launch verify
chose 'no HOME' "$jdks/25" "$mvn"

run_with_nothing JAVA_HOME="$jdks/25" PATH="$tools" launch verify
refused 'no HOME and no Maven' 'Set HOME or MAVEN_USER_HOME'

# --- The download ---

maven "$work/build/apache-maven-3.9.11" 3.9.11
tar -c -f - -C "$work/build" apache-maven-3.9.11 | gzip >"$work/maven.tar.gz"
checksum=$(sha512 "$work/maven.tar.gz")
short=$(printf '%.12s' "$checksum")
# pinned FOLDER: where the pinned Maven is kept below it
pinned() {
    printf '%s\n' "$1/wrapper/dists/apache-maven-3.9.11-$short/apache-maven-3.9.11/bin/mvn"
}
left_behind() {
    [ ! -d "$1" ] || find "$1/wrapper/dists" -mindepth 1
}
# nothing_left NAME FOLDER
nothing_left() {
    [ -z "$(left_behind "$2")" ] && problem='' || problem="left behind: $(left_behind "$2")"
    verdict "$1" "$problem"
}
old="$work/maven-3.8.5/bin"
properties "$checksum"

run JAVA_HOME="$jdks/25" PATH="$old:$tools" MVNW_DISTRIBUTION_URL="file://$work/maven.tar.gz" launch verify
chose 'installed Maven too old, the pinned one is downloaded' "$jdks/25" "$(pinned "$home/.m2")"

run JAVA_HOME="$jdks/25" PATH="$old:$tools" MVNW_DISTRIBUTION_URL=file:///missing launch verify
chose 'the second run downloads nothing' "$jdks/25" "$(pinned "$home/.m2")"

properties "$checksum" "file://$work/maven.tar.gz"
run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-url" launch verify
chose 'no Maven, the address of maven.properties, MAVEN_USER_HOME' "$jdks/25" "$(pinned "$work/m2-url")"
properties "$checksum"

echo 'cp "$SERVED" "$3"' | script "$work/curl/curl"
run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-curl" PATH="$work/curl:$tools" SERVED="$work/maven.tar.gz" launch -v
says 'with curl' out 'Apache Maven 3.9.11 (0123)'
echo 'cp "$SERVED" "$3"' | script "$work/wget/wget"
run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-wget" PATH="$work/wget:$tools" SERVED="$work/maven.tar.gz" launch -v
says 'with wget' out 'Apache Maven 3.9.11 (0123)'
run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-java" SERVED="$work/maven.tar.gz" launch -v
says 'with neither, with the JDK' out 'Apache Maven 3.9.11 (0123)'

run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-fails" MVNW_DISTRIBUTION_URL=https://nowhere.invalid/ launch verify
refused 'a failing download' 'could not be downloaded from https://nowhere.invalid/: no such host'
nothing_left 'a failing download leaves nothing behind' "$work/m2-fails"

printf x | cat "$work/maven.tar.gz" - >"$work/changed.tar.gz"
run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-changed" MVNW_DISTRIBUTION_URL="file://$work/changed.tar.gz" \
    launch verify
refused 'another checksum' 'is refused: its SHA-512 is' "not the pinned $checksum"
nothing_left 'another checksum leaves nothing behind' "$work/m2-changed"

head -c 300 "$work/maven.tar.gz" >"$work/truncated.tar.gz"
run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-truncated" MVNW_DISTRIBUTION_URL="file://$work/truncated.tar.gz" \
    launch verify
refused 'a truncated archive' 'is refused: its SHA-512 is'
properties "$(sha512 "$work/truncated.tar.gz")"
run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-truncated" MVNW_DISTRIBUTION_URL="file://$work/truncated.tar.gz" \
    launch verify
refused 'a truncated archive, even if pinned' 'could not be unpacked'
nothing_left 'a truncated archive leaves nothing behind' "$work/m2-truncated"

tar -c -f - -C "$work/maven-3.9.9" bin | gzip >"$work/other.tar.gz"
properties "$(sha512 "$work/other.tar.gz")"
run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-other" MVNW_DISTRIBUTION_URL="file://$work/other.tar.gz" \
    launch verify
refused 'an archive of something else' 'has no apache-maven-3.9.11/bin/mvn'
nothing_left 'an archive of something else leaves nothing behind' "$work/m2-other"
properties "$checksum"

sed '/^distributionUrl/d' "$project/.mvn/maven.properties" >"$work/incomplete"
cp "$work/incomplete" "$project/.mvn/maven.properties"
run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-incomplete" launch verify
refused 'an incomplete maven.properties' '.mvn/maven.properties has no distributionUrl.'
properties "$checksum"

: >"$work/m2-file"
run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-file" launch verify
refused 'nowhere to store it' "Maven cannot be stored in $work/m2-file/wrapper/dists."

# Neither ends its download before both have begun it.
script "$work/slow/curl" <<'END'
: >"$MEET/$$"
for _ in 1 2 3 4 5 6 7 8 9; do
    [ "$(printf x%.0s "$MEET"/*)" = x ] || break
    sleep 0.3
done
cp "$SERVED" "$3"
END
mkdir "$work/meet" "$work/first" "$work/second"
for results in "$work/first" "$work/second"; do
    (
        run JAVA_HOME="$jdks/25" MAVEN_USER_HOME="$work/m2-both" PATH="$work/slow:$tools" \
            SERVED="$work/maven.tar.gz" MEET="$work/meet" launch verify
        exit "$status"
    ) &
done
wait
status=0
for results in "$work/first" "$work/second"; do
    chose "two first runs at once, the ${results##*/}" "$jdks/25" "$(pinned "$work/m2-both")"
done
problem=
[ "$(printf x%.0s "$work/meet"/*)" = xx ] || problem='they did not meet'
[ "$(left_behind "$work/m2-both" | grep -c '/bin/mvn$')" -eq 1 ] || problem="found $(left_behind "$work/m2-both")"
if left_behind "$work/m2-both" | grep -q '/\.download'; then
    problem="left behind $(left_behind "$work/m2-both")"
fi
verdict 'two first runs at once leave one Maven' "$problem"

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
