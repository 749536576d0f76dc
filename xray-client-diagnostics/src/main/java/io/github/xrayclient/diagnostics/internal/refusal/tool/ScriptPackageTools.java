package io.github.xrayclient.diagnostics.internal.refusal.tool;

import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.hiding;
import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.hidingWith;
import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.showing;

import java.util.List;

/** Package managers of JavaScript, Python, Ruby, PHP and R, and tools for machine learning. */
final class ScriptPackageTools {
  private ScriptPackageTools() {}

  static final List<ToolEntry> ALL = List.of(
      hidingWith(
          "--loglevel http",
          "npm",
          "npm prints what Curation says as \"npm notice\", but not the body of the server's answer."
              + " With --loglevel http it prints every address with its status.",
          "npm error code ",
          "npm ERR! code ",
          "npm error 40",
          "npm ERR! 40",
          "npm error audit ",
          "npm ERR! audit ",
          "npm http fetch ",
          "npm notice package ",
          "npm warn ",
          "npm WARN ",
          "npm verbose ",
          "npm silly ",
          "info using npm@",
          "http fetch GET ",
          "\"code\": \"E403\"",
          "\"code\": \"E401\""),
      hiding(
          "pnpm",
          "pnpm prints the address and the status, but never the body of the server's answer.",
          "ERR_PNPM_",
          "Progress: resolved ",
          "\"name\":\"pnpm\""),
      hidingWith(
          "--verbose",
          "Yarn 1",
          "Yarn 1 prints the address and the status, but never the body of the server's answer. With"
              + " --verbose it prints all requests.",
          "yarn install v1.",
          "yarn add v1.",
          "Visit https://yarnpkg.com/en/docs/cli/",
          "Request failed \"40",
          "Request failed \\\"40",
          "There appears to be trouble with your network connection"),
      hiding(
          "Yarn",
          "Yarn prints the address and the status (code YN0035), but never the body of the server's"
              + " answer.",
          "YN0000: ",
          "YN0001: ",
          "YN0035: ",
          "YN0041: "),
      hidingWith(
          "--verbose",
          "Bun",
          "Bun prints the address and the status. With --verbose it prints the headers of requests and"
              + " responses, but not the body of an answer.",
          "bun install v",
          "bun add v",
          "error: GET http"),
      hidingWith(
          "-vvv",
          "pip",
          "pip never prints the body of the server's answer. With -vvv it prints every address with its"
              + " status.",
          "Looking in indexes: ",
          "ERROR: HTTP error 40",
          "HTTP error 403 while getting ",
          "HTTP error 401 while getting ",
          "ERROR: Could not install requirement ",
          "ERROR: Could not find a version that satisfies the requirement ",
          "/pip/_internal/",
          "pip._internal."),
      hidingWith(
          "--verbose",
          "uv",
          "uv prints the address and the status, but not the body of the server's answer. With --verbose"
              + " it prints every request.",
          "Failed to fetch: `",
          "Failed to download `",
          "uv pip ",
          "uv sync",
          "uv_client::"),
      hidingWith(
          "-vvv",
          "Poetry",
          "Poetry prints the address and the status, but not the body of the server's answer. With -vvv"
              + " it prints every request.",
          "/site-packages/poetry/",
          "/pypoetry/",
          "poetry.lock",
          "Poetry (version "),
      hidingWith(
          "--verbose",
          "Pipenv",
          "Pipenv prints the output of pip, which never has the body of the server's answer. With"
              + " --verbose it prints all of it.",
          "Pipfile.lock",
          "[pipenv.",
          "pipenv install"),
      hidingWith(
          "-vvv",
          "conda",
          "conda prints the address and the status. With -vvv it prints the headers of requests and"
              + " responses.",
          "CondaHTTPError",
          "Collecting package metadata ("),
      hidingWith(
          "-vvv",
          "Mamba",
          "Mamba prints the address and the status. With -vvv it prints the headers of requests and"
              + " responses.",
          "critical libmamba",
          "error    libmamba",
          "warning  libmamba"),
      hidingWith(
          "--verbose",
          "RubyGems",
          "RubyGems prints the address and the status, but not the body of the server's answer. With"
              + " --verbose it prints every address with its status.",
          "While executing gem ..."),
      hidingWith(
          "--verbose",
          "Bundler",
          "Bundler prints the address and the status, but not the body of the server's answer. With"
              + " --verbose it prints all requests.",
          "Bundler::",
          "Bundler cannot continue",
          "Fetching gem metadata from ",
          "Using bundler ",
          "Fetching source index from "),
      hidingWith(
          "-vvv",
          "Composer",
          "Composer prints the address and the status, but not the body of the server's answer. With -vvv"
              + " it prints all requests.",
          "Loading composer repositories with ",
          "URL could not be accessed (HTTP ",
          "file could not be downloaded (HTTP",
          "Lock file operations: ",
          "AuthHelper.php",
          "Loading config file ./composer.json",
          "No composer.lock file present"),
      hidingWith(
          "options(internet.info = 0)",
          "R",
          "R prints the address and the status, but not the body of the server's answer. With"
              + " options(internet.info = 0) some download methods print the headers of the response.",
          "cannot open URL '",
          "trying URL '",
          "In download.file(",
          "In download.packages(",
          "install.packages("),
      showing("Hugging Face", "huggingface_hub", "HfHubHTTPError", "hf_hub_download"));
}
