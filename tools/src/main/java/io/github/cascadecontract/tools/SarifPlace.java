package io.github.cascadecontract.tools;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import io.github.cascadecontract.finding.Finding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a finding is, and by what it is known again tomorrow. */
final class SarifPlace {
    private final Finding finding;
    private final SourceFiles files;

    SarifPlace(Finding finding, SourceFiles files) {
        this.finding = finding;
        this.files = files;
    }

    Location location() {
        return new Location()
                .withPhysicalLocation(new PhysicalLocation()
                        .withArtifactLocation(new ArtifactLocation().withUri(uri()))
                        .withRegion(new Region().withStartLine(1)))
                .withLogicalLocations(logicalLocations());
    }

    /**
     * The same also when sentences are worded anew. Code scanning of GitHub looks at the second one alone, and makes one of
     * its own from the text of the file if there is none.
     */
    PartialFingerprints fingerprints() {
        String place = Stream.of(finding.code().id(), finding.where(), finding.table(), finding.constraint())
                .map(part -> part == null ? "" : part)
                .collect(Collectors.joining("|"));
        String hash =
                UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
        return new PartialFingerprints()
                .withAdditionalProperty("place/v1", place)
                .withAdditionalProperty("primaryLocationLineHash", hash);
    }

    /** Code scanning of GitHub refuses results without a file, so one is named; it need not be there. */
    private String uri() {
        String entity = finding.entity();
        String file = entity == null ? "schema.sql" : files.of(entity).orElse(entity + ".java");
        return Arrays.stream(file.split("/"))
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private Set<LogicalLocation> logicalLocations() {
        String kind = finding.attribute() == null ? "type" : "member";
        return Stream.of(
                        logical(kind, finding.entity() == null ? null : finding.where()),
                        logical("table", finding.table()),
                        logical("constraint", finding.constraint()))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static @Nullable LogicalLocation logical(String kind, @Nullable String name) {
        return name == null ? null : new LogicalLocation().withKind(kind).withFullyQualifiedName(name);
    }
}
