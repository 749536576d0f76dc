package io.github.xrayclient.examples.listing;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.label.CatalogLabel;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.examples.terminal.Columns;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the labels of the catalog, by which label waivers exempt packages. */
@Command(
    name = "labels",
    header = "Lists the labels of the catalog, which label waivers name.",
    description = "Lists all labels, or only those whose name matches. Does not change the server.",
    footer = "xray-examples labels --name \"approved-*\"")
public final class ListLabels implements Callable<Integer> {
  private static final Columns<CatalogLabel> COLUMNS =
      Columns.of("NAME", CatalogLabel::name).and("DESCRIPTION", CatalogLabel::description);

  @Mixin
  NameFilter names;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    try (Server connected = server.connect()) {
      List<CatalogLabel> labels = Curation.of(connected.xray()).labels().list();
      result.write(
          labels.stream().filter(label -> names.accepts(label.name())).collect(Collectors.toList()),
          COLUMNS);
    }
    return 0;
  }
}
