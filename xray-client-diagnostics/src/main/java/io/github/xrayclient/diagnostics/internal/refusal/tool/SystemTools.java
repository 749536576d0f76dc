package io.github.xrayclient.diagnostics.internal.refusal.tool;

import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.hiding;
import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.hidingWith;
import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.showing;
import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.showingWith;

import java.util.List;

/** Package managers of operating systems, downloaders, and tools that set up machines. */
final class SystemTools {
  private SystemTools() {}

  static final List<ToolEntry> ALL = List.of(
      hidingWith(
          "-o Debug::Acquire::http=true",
          "apt",
          "apt prints the address and the status. With -o Debug::Acquire::http=true (or"
              + " Debug::Acquire::https=true) it prints the headers of requests and responses.",
          "E: Failed to fetch http",
          "W: Failed to fetch http",
          "E: Unable to fetch some archives",
          "Forbidden [IP: ",
          "Unauthorized [IP: ",
          "Err:1 http",
          "Err:2 http",
          "Err:3 http",
          "Err:4 http",
          "Err:5 http"),
      hidingWith(
          "-v",
          "DNF",
          "DNF prints the address and the status, but never the body of the server's answer. With -v it"
              + " prints more about its steps.",
          "[MIRROR] ",
          "Status code: 403 for http",
          "Status code: 401 for http",
          "Failed to download metadata for repo",
          "Errors during downloading metadata for repository "),
      hidingWith(
          "URLGRABBER_DEBUG=1",
          "Yum",
          "Yum prints the address and the status. With the environment variable URLGRABBER_DEBUG=1 it"
              + " prints the headers of requests and responses.",
          "[Errno 14] HTTP"),
      hidingWith(
          "ZYPP_MEDIA_CURL_DEBUG=2",
          "Zypper",
          "Zypper prints the address. With the environment variable ZYPP_MEDIA_CURL_DEBUG=2 it logs the"
              + " headers of requests and responses in /var/log/zypper.log.",
          "Permission to access '",
          "Download (curl) error for '",
          "Problem retrieving files from '"),
      hiding(
          "apk",
          "apk reports the status 403 as \"Permission denied\", and never prints the server's answer.",
          "WARNING: fetching http",
          "WARNING: updating and opening http",
          "APKINDEX.tar.gz",
          "ERROR: unable to select packages"),
      hidingWith(
          "--debug",
          "pacman",
          "pacman prints the name of the file and the status. With --debug it prints the address.",
          "failed retrieving file '"),
      showingWith(
          "--content-on-error",
          "wget",
          "wget discards the body of an error. With --content-on-error it saves the server's answer as the"
              + " file; add -O - to see it.",
          "HTTP request sent, awaiting response",
          "ERROR 403: ",
          "ERROR 401: ",
          "ERROR 407: ",
          "Username/Password Authentication Failed.",
          "wget: server returned error: "),
      showingWith(
          "--fail-with-body",
          "curl",
          "curl -f discards the body of an error. With --fail-with-body in place of -f it fails too, but"
              + " prints or saves the server's answer (curl 7.76 or later).",
          "curl: (",
          "* Connected to ",
          "* Connection #0 to host ",
          "% Total    % Received % Xferd"),
      hidingWith(
          "--log-level=debug --log=-",
          "aria2",
          "aria2 prints the address and the status. With --log-level=debug --log=- it prints the headers of"
              + " requests and responses, but not the body of the server's answer.",
          "HttpSkipResponseCommand.cc",
          "] Download aborted. URI=",
          "AbstractCommand.cc",
          "aria2 will resume download"),
      showing(
          "HTTPie",
          "http: LogLevel.WARNING: HTTP ",
          "http: warning: HTTP ",
          "https: warning: HTTP "),
      showingWith(
          "-SkipHttpErrorCheck",
          "PowerShell",
          "Invoke-WebRequest and Invoke-RestMethod throw an error whose ErrorDetails has the server's"
              + " answer. With -SkipHttpErrorCheck (PowerShell 7) they return the answer.",
          "Invoke-WebRequest",
          "Invoke-RestMethod",
          "Start-BitsTransfer"),
      hidingWith(
          "TF_LOG=DEBUG",
          "OpenTofu",
          "OpenTofu prints only the status. With the environment variable TF_LOG=DEBUG it prints the"
              + " addresses of its requests.",
          "Initializing OpenTofu",
          "OpenTofu has ",
          "registry.opentofu.org"),
      hidingWith(
          "TF_LOG=DEBUG",
          "Terraform",
          "Terraform prints only the status. With the environment variable TF_LOG=DEBUG it prints the"
              + " addresses of its requests.",
          "Error: Failed to install provider",
          "Error: Failed to query available provider packages",
          "Error: Failed to download module",
          "Error while installing ",
          "Initializing provider plugins",
          "Terraform has "),
      showingWith(
          "return_content: true",
          "Ansible",
          "The module get_url prints the address and the status. The module uri returns the server's answer"
              + " with return_content: true and status_code: [200, 403].",
          "FAILED! => {",
          "TASK ["),
      hidingWith(
          "GIT_CURL_VERBOSE=1 GIT_TRACE=1",
          "Git LFS",
          "Git LFS prints the address and the status. With the environment variables GIT_CURL_VERBOSE=1 and"
              + " GIT_TRACE=1 it prints the headers of requests and responses.",
          "LFS: ",
          "batch response: ",
          "Smudge error: ",
          "external filter 'git-lfs "),
      hidingWith(
          "--debug",
          "Vagrant",
          "Vagrant downloads with curl -f, which hides the server's answer. With --debug it prints the"
              + " command with the address.",
          "An error occurred while downloading the remote file",
          "Bringing machine '"));
}
