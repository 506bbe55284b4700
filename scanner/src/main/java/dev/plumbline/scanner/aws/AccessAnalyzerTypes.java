package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.ACCESSANALYZER;

import java.util.List;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListArchiveRulesResponse;

/** IAM Access Analyzer: analyzers, what they archive unseen, and how many findings each has, never the findings. */
final class AccessAnalyzerTypes {
    private AccessAnalyzerTypes() {}

    static List<AwsType<?>> all() {
        return List.of(analyzer());
    }

    private static AwsType<?> analyzer() {
        return ACCESSANALYZER
                .type("aws.accessanalyzer.analyzer")
                .list(
                        "ListAnalyzers",
                        (analyzers, token) -> analyzers.listAnalyzers(r -> r.nextToken(token)),
                        ListAnalyzersResponse::nextToken,
                        ListAnalyzersResponse::analyzers)
                .id(AnalyzerSummary::arn)
                .name(AnalyzerSummary::name)
                .goneIf("ResourceNotFoundException")
                .ask(
                        "GetFindingsStatistics",
                        (analyzers, analyzer) -> analyzers.getFindingsStatistics(r -> r.analyzerArn(analyzer.arn())))
                .askPages(
                        "ListArchiveRules",
                        (analyzers, analyzer, token) -> analyzers.listArchiveRules(
                                r -> r.analyzerName(analyzer.name()).nextToken(token)),
                        ListArchiveRulesResponse::nextToken)
                .build();
    }
}
