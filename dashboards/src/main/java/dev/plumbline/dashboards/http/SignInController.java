package dev.plumbline.dashboards.http;

import dev.plumbline.dashboards.page.Frame;
import dev.plumbline.dashboards.signin.SessionCookie;
import dev.plumbline.dashboards.signin.Sessions;
import dev.plumbline.dashboards.signin.SignInLinks;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/** In by a one-time link, out by a button. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class SignInController {
    private final Pages pages;
    private final Front front;
    private final SignInLinks links;
    private final Sessions sessions;
    private final Doorbell doorbell;

    SignInController(Pages pages, Front front, SignInLinks links, Sessions sessions, Doorbell doorbell) {
        this.pages = pages;
        this.front = front;
        this.links = links;
        this.sessions = sessions;
        this.doorbell = doorbell;
    }

    @Get("/sign-in")
    HttpResponse<?> how() {
        return pages.ok(pages.templates()
                .signin(
                        pages.frameForStrangers("Sign in"),
                        "Open the sign-in link that plumbline printed when it started."));
    }

    @Get("/sign-in/{token}")
    HttpResponse<?> signIn(HttpRequest<?> request, String token) {
        if (!links.redeem(token)) {
            String sentence = "That sign-in link was used already, or is older than %d minutes."
                    .formatted(SignInLinks.LIFETIME.toMinutes());
            Frame frame = pages.frameForStrangers("The link no longer works");
            return pages.answer(HttpStatus.UNAUTHORIZED, pages.templates().signin(frame, sentence));
        }
        return pages.ok(pages.templates().signedin(pages.frameForStrangers("Signed in")))
                .cookie(SessionCookie.of(request, sessions.open(), front.secure()));
    }

    /** Anybody may ask for a link, for it appears in the terminal alone. */
    @Post("/sign-in")
    @Consumes(MediaType.ALL)
    HttpResponse<?> ring() {
        String sentence = doorbell.ring()
                ? "A new link stands in the terminal where plumbline runs."
                : "A link was printed less than a minute ago: look in the terminal where plumbline runs.";
        return pages.ok(pages.templates().signin(pages.frameForStrangers("Look in the terminal"), sentence));
    }

    @Post("/sign-out")
    @Consumes(MediaType.ALL)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        SessionCookie.read(request).ifPresent(sessions::end);
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(SessionCookie.removal(request, front.secure()));
    }
}
