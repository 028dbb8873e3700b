#!/bin/sh
# Runs a command as a container of the image does: confined.sh LAYOUT BYTES COMMAND...
# as user 185, in a root of its own that is read-only but for /tmp, the layout at /deployments, and with so much memory.
# Where there are no limits of memory to be had, the JVM is told of one. Needs Linux; who is not root stays who he is, and needs
# namespaces of users.
set -eu
layout=$1
bytes=$2
shift 2

if [ -w /sys/fs/cgroup/memory/cgroup.procs ]; then
    group=/sys/fs/cgroup/memory/connector-$$
    mkdir "$group"
    echo "$bytes" > "$group/memory.limit_in_bytes"
    echo $$ > "$group/cgroup.procs"
elif [ -w /sys/fs/cgroup/cgroup.subtree_control ]; then
    echo +memory > /sys/fs/cgroup/cgroup.subtree_control
    group=/sys/fs/cgroup/connector-$$
    mkdir "$group"
    echo "$bytes" > "$group/memory.max"
    echo $$ > "$group/cgroup.procs"
else
    export JAVA_TOOL_OPTIONS="-XX:MaxRAM=$bytes"
fi

if [ "$(id -u)" = 0 ]; then
    namespace="--mount"
    user="--userspec=185:185 --groups=185"
else
    namespace="--user --map-current-user --keep-caps --mount"
    user=""
fi

# shellcheck disable=SC2086
exec unshare $namespace --propagation private sh -eu -c '
    layout=$1
    user=$2
    shift 2
    root=$(mktemp -d)
    mount -t tmpfs -o mode=0755 none "$root"
    mkdir -p "$root/deployments" "$root/proc" "$root/sys" "$root/dev" "$root/usr" "$root/etc" "$root/tmp"
    for folder in bin lib lib64; do
        if [ -L "/$folder" ]; then
            ln -s "$(readlink "/$folder")" "$root/$folder"
        elif [ -d "/$folder" ]; then
            mkdir "$root/$folder"
            mount --rbind "/$folder" "$root/$folder"
        fi
    done
    cp /etc/hosts "$root/etc/hosts"
    mount --rbind /usr "$root/usr"
    mount --rbind /proc "$root/proc"
    mount --rbind /sys "$root/sys"
    mount --rbind /dev "$root/dev"
    mount --bind "$layout" "$root/deployments"
    mount -o remount,bind,ro "$root/deployments"
    mount -t tmpfs -o mode=1777,size=64m none "$root/tmp"
    mount -o remount,ro "$root"
    exec chroot $user "$root" /usr/bin/env --chdir=/deployments/app "$@"
' sh "$layout" "$user" "$@"
