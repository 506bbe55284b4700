package dev.plumbline.dashboards.http;

import dev.plumbline.dashboards.Build;
import dev.plumbline.dashboards.jte.StaticTemplates;
import dev.plumbline.dashboards.jte.Templates;
import dev.plumbline.dashboards.page.Frame;
import dev.plumbline.dashboards.page.Words;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Renders templates into answers. The templates are Java classes by now: nothing is looked up or parsed here. */
@Singleton
final class Pages {
    private static final MediaType HTML = new MediaType("text/html;charset=utf-8");

    private final Templates templates = new StaticTemplates();
    private final Assets assets;
    private final Clock clock;

    Pages(Assets assets, Clock clock) {
        this.assets = assets;
        this.clock = clock;
    }

    Templates templates() {
        return templates;
    }

    Words words() {
        return new Words(clock.instant());
    }

    /** @param current the navigation's present place, or empty */
    Frame frame(String title, String current) {
        return new Frame(title, current, true, Build.version(), assets::path);
    }

    Frame frameForStrangers(String title) {
        return new Frame(title, "", false, Build.version(), assets::path);
    }

    MutableHttpResponse<byte[]> ok(JteModel page) {
        return answer(HttpStatus.OK, page);
    }

    MutableHttpResponse<byte[]> answer(HttpStatus status, JteModel page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        page.render(output);
        return HttpResponse.<byte[]>status(status).body(output.toByteArray()).contentType(HTML);
    }

    MutableHttpResponse<byte[]> notFound(String sentence) {
        return answer(HttpStatus.NOT_FOUND, templates.message(frame("Not found", ""), sentence));
    }
}
