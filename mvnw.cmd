@echo off
rem Runs Maven for this project, with a JDK and a Maven that are new enough for it: mvnw verify
rem
rem The same as mvnw, which tells more; here MVNW_JDK_ROOTS is separated by semicolons and a download is the zip.
rem The PowerShell part below chooses, and prints JAVA_HOME=... and MVNW_MVN=... on success.

setlocal EnableExtensions DisableDelayedExpansion
set "MVNW_SELF=%~f0"
set "MVNW_MVN="

rem Windows PowerShell started by a newer PowerShell would look for its modules in the wrong place.
set "MVNW_PSMODULEPATH=%PSModulePath%"
set "PSModulePath="
for /f "usebackq tokens=1,* delims==" %%a in (`%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command "$text = [IO.File]::ReadAllText($env:MVNW_SELF); & ([ScriptBlock]::Create($text.Substring($text.LastIndexOf('#PowerShell'))))"`) do (
    if "%%a"=="JAVA_HOME" set "JAVA_HOME=%%b"
    if "%%a"=="MVNW_MVN" set "MVNW_MVN=%%b"
)
set "PSModulePath=%MVNW_PSMODULEPATH%"
if not defined MVNW_MVN exit /b 1

rem Without call, which would change carets and percent signs in the arguments.
"%MVNW_MVN%" %*
exit /b %ERRORLEVEL%

#PowerShell
$ErrorActionPreference = 'Stop'

function Say($text) {
    if ($env:MVNW_VERBOSE -eq 'true') { [Console]::Error.WriteLine("mvnw: $text") }
}

function Fail($text) {
    [Console]::Error.WriteLine($text)
    exit 1
}

# What a program writes, on stdout and stderr
function OutputOf($file, $arguments) {
    $start = New-Object Diagnostics.ProcessStartInfo
    $start.FileName = $env:ComSpec
    $start.Arguments = '/d /s /c ""' + $file + '" ' + $arguments + ' 2>&1"'
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $text = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    return $text
}

# The first program of these names on PATH, or nothing
function OnPath($names) {
    $command = Get-Command $names -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($command) { return $command.Path }
}

# A version as one number to compare by, 25.0.1 -> 25000001, 25-ea -> 25000000, nothing -> 0
function NumberOf($version) {
    $parts = @(("$version" -replace '[^0-9.].*$', '') -split '\.')
    $number = 0
    foreach ($i in 0, 1, 2) {
        $part = 0
        if ($i -lt $parts.Count -and $parts[$i] -ne '') { $part = [long]$parts[$i] }
        $number = $number * 1000 + $part
    }
    return $number
}

function AtLeast($version, $minimum) {
    return (NumberOf $version) -ge (NumberOf $minimum)
}

# The version of the JDK in a folder, '' if there is none
function JdkVersion($folder) {
    if (-not $folder -or -not (Test-Path -LiteralPath "$folder\bin\javac.exe")) { return '' }
    if (Test-Path -LiteralPath "$folder\release") {
        foreach ($line in [IO.File]::ReadAllLines("$folder\release")) {
            if ($line -match '^JAVA_VERSION="?([^"]+)') { return $Matches[1] }
        }
    }
    if ((OutputOf "$folder\bin\javac.exe" '-version') -match 'javac (\S+)') { return $Matches[1] }
    return ''
}

# The folders of javac and java on PATH. Behind shims there is none, so java itself is asked.
function JdksOnPath {
    $found = $false
    foreach ($name in 'javac.exe', 'java.exe') {
        $file = OnPath $name
        if ($file) {
            $folder = [IO.Path]::GetFullPath("$file\..\..")
            if (Test-Path -LiteralPath "$folder\release") {
                $found = $true
                $folder
            }
        }
    }
    $java = OnPath @('java.exe', 'java.cmd', 'java.bat')
    if (-not $found -and $java) {
        $text = OutputOf $java '-XshowSettings:properties -version'
        if ($text -match '(?m)^\s*java\.home = (.+?)\s*$') { $Matches[1] }
    }
}

function JdkRoots {
    if (Test-Path Env:MVNW_JDK_ROOTS) { return $env:MVNW_JDK_ROOTS -split ';' }
    foreach ($programs in $env:ProgramFiles, $env:ProgramW6432, "$env:LOCALAPPDATA\Programs") {
        foreach ($vendor in 'Java', 'Eclipse Adoptium', 'Eclipse Foundation', 'Amazon Corretto', 'BellSoft',
            'Microsoft', 'OpenJDK', 'RedHat', 'SapMachine\JDK', 'Semeru', 'Zulu') {
            "$programs\$vendor\*"
        }
    }
    "$env:SystemDrive\jdk*"
    "$env:SystemDrive\Java\*"
    "$env:ProgramData\scoop\apps\*jdk*\current"
    "$env:USERPROFILE\scoop\apps\*jdk*\current"
    "$env:USERPROFILE\.jdks\*"
    "$env:USERPROFILE\.gradle\jdks\*"
    "$env:USERPROFILE\.gradle\jdks\*\*"
    "$env:USERPROFILE\.sdkman\candidates\java\*"
    "$env:USERPROFILE\.jabba\jdk\*"
    "$env:LOCALAPPDATA\mise\installs\java\*"
}

function NewestJdk {
    $newest = ''
    $newestNumber = 0
    foreach ($root in (JdkRoots)) {
        if (-not $root) { continue }
        foreach ($folder in @(Get-Item -Path $root -ErrorAction SilentlyContinue)) {
            $number = NumberOf (JdkVersion $folder.FullName)
            if ($number -gt $newestNumber) {
                $newest = $folder.FullName
                $newestNumber = $number
            }
        }
    }
    return $newest
}

function ChooseJdk {
    $minimum = $properties['minimumJavaVersion']
    $seen = 'JAVA_HOME is not set'
    if ($env:JAVA_HOME) {
        $version = JdkVersion $env:JAVA_HOME
        if (AtLeast $version $minimum) { return $env:JAVA_HOME }
        if (-not $version) { $version = 'not a JDK' }
        $seen = "JAVA_HOME is $env:JAVA_HOME, $version"
    }

    $onPath = 'no java is on PATH'
    foreach ($folder in @(JdksOnPath)) {
        $version = JdkVersion $folder
        if (AtLeast $version $minimum) {
            Say $seen
            return $folder
        }
        if (-not $version) { $version = 'not a JDK' }
        $onPath = "java on PATH is $version"
    }

    $folder = NewestJdk
    if (-not (AtLeast (JdkVersion $folder) $minimum)) {
        Fail ("Cognito Connector needs a JDK $minimum or newer, and none was found ($seen, $onPath). " +
            'Install one, for example Eclipse Temurin 25, or set JAVA_HOME.')
    }
    Say "$seen, $onPath"
    return $folder
}

# Read from the name of maven-core.jar beside it, which is quicker than asking Maven
function MavenVersion($mvn) {
    $lib = [IO.Path]::GetFullPath("$mvn\..\..\lib")
    if (Test-Path -LiteralPath $lib) {
        foreach ($jar in [IO.Directory]::GetFiles($lib, 'maven-core-*.jar')) {
            if ($jar -match 'maven-core-(\d+\.\d+\.\d+.*)\.jar$') { return $Matches[1] }
        }
    }
    if ((OutputOf $mvn '-v') -match 'Apache Maven (\d[0-9A-Za-z.-]*)') { return $Matches[1] }
    return ''
}

# All is made ready in a folder of its own beside the place for it and then moved in one step, so that neither a failure
# nor a second run at the same time can leave half a Maven there.
function InstallMaven($version, $checksum, $dists, $target) {
    $url = $properties['distributionUrl']
    if ($env:MVNW_DISTRIBUTION_URL) { $url = $env:MVNW_DISTRIBUTION_URL }
    $url = $url -replace '\.tar\.gz$', '.zip'
    if (-not [Console]::IsErrorRedirected) { [Console]::Error.WriteLine("Downloading Maven $version from $url") }

    $temp = "$dists\.download-" + [Guid]::NewGuid().ToString('N').Substring(0, 8)
    $unpacked = "$temp\apache-maven-$version"
    $problem = ''
    try {
        $doing = "Maven cannot be stored in $dists"
        [void][IO.Directory]::CreateDirectory($temp)

        $doing = "Maven $version could not be downloaded from $url"
        $tls12 = [Net.SecurityProtocolType]::Tls12
        [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor $tls12
        (New-Object Net.WebClient).DownloadFile($url, "$temp\maven.zip")

        $doing = "Maven $version from $url is refused"
        $stream = [IO.File]::OpenRead("$temp\maven.zip")
        try { $hash = [Security.Cryptography.SHA512]::Create().ComputeHash($stream) } finally { $stream.Dispose() }
        $actual = [BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant()
        if ($actual -ne $checksum) { throw "its SHA-512 is $actual, not the pinned $checksum" }

        $doing = "Maven $version from $url could not be unpacked"
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        [IO.Compression.ZipFile]::ExtractToDirectory("$temp\maven.zip", $temp)
        if (-not (Test-Path -LiteralPath "$unpacked\bin\mvn.cmd")) { throw 'it has no bin\mvn.cmd where it should' }

        $doing = "Maven cannot be stored in $target"
        [void][IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($target))
        # A virus scanner may hold a new file for a moment. Where another run was quicker there is nothing left to do.
        for ($try = 1; -not (Test-Path -LiteralPath "$target\bin\mvn.cmd"); $try++) {
            try {
                [IO.Directory]::Move($unpacked, $target)
            } catch {
                if ($try -ge 10) { throw }
                Start-Sleep -Milliseconds 500
            }
        }
    } catch {
        $problem = $doing + ': ' + ($_.Exception.GetBaseException().Message -replace '\s+', ' ')
    }
    if (Test-Path -LiteralPath $temp) { Remove-Item -LiteralPath $temp -Recurse -Force -ErrorAction SilentlyContinue }
    if ($problem) { Fail $problem }
}

function ChooseMaven {
    $minimum = $properties['minimumMavenVersion']
    $installed = @()
    if ($env:MAVEN_HOME) { $installed += "$env:MAVEN_HOME\bin\mvn.cmd" }
    $installed += @(OnPath @('mvn.cmd', 'mvn.exe', 'mvn.bat'))
    foreach ($mvn in $installed) {
        if ($mvn -and $mvn -ne $env:MVNW_SELF -and (Test-Path -LiteralPath $mvn)) {
            $version = MavenVersion $mvn
            if (AtLeast $version $minimum) { return $mvn }
            if (-not $version) { $version = 'of an unknown version' }
            Say "$mvn is passed over, it is Maven $version"
        }
    }

    $version = $properties['mavenVersion']
    $checksum = $properties['sha512.zip']
    $userHome = $env:MAVEN_USER_HOME
    if (-not $userHome) {
        if (-not $env:USERPROFILE) { Fail "Set MAVEN_USER_HOME: Maven $version is to be downloaded to there." }
        $userHome = "$env:USERPROFILE\.m2"
    }
    $dists = [IO.Path]::GetFullPath("$userHome\wrapper\dists")
    # named after its checksum too, so that a folder left by another tool is never taken for it
    $target = "$dists\apache-maven-$version-" + $checksum.Substring(0, 12) + "\apache-maven-$version"
    if (-not (Test-Path -LiteralPath "$target\bin\mvn.cmd")) { InstallMaven $version $checksum $dists $target }
    return "$target\bin\mvn.cmd"
}

$properties = @{}
foreach ($line in [IO.File]::ReadAllLines([IO.Path]::GetDirectoryName($env:MVNW_SELF) + '\.mvn\maven.properties')) {
    $key, $value = $line -split '=', 2
    if ($value) { $properties[$key] = $value }
}

# An installed Maven may be asked for its version, with this JDK.
$env:JAVA_HOME = ChooseJdk
Say "JDK $env:JAVA_HOME"
$mvn = ChooseMaven
Say "Maven $mvn"
[Console]::Out.WriteLine("JAVA_HOME=$env:JAVA_HOME")
[Console]::Out.WriteLine("MVNW_MVN=$mvn")
