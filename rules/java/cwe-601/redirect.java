import java.io.IOException;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Sends the visitor back where the login was asked for. */
class Login {
    private static final Set<String> KNOWN_PAGES = Set.of("/home", "/basket");

    void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = request.getParameter("target");
        // ruleid: java-open-redirect
        response.sendRedirect(target);
        // the host is fixed
        // ok: java-open-redirect
        response.sendRedirect("https://shop.example.org/" + target);
        // "//elsewhere.example" is a host
        // ruleid: java-open-redirect
        response.sendRedirect("/" + target);
        // ok: java-open-redirect
        response.sendRedirect("/account/" + target);
        if (KNOWN_PAGES.contains(target)) {
            // ok: java-open-redirect
            response.sendRedirect(target);
        }
        // ruleid: java-open-redirect
        response.setHeader("Location", target);
    }
}

@Controller
class LoginController {
    @PostMapping("/login")
    public String login(@RequestParam String target) {
        // ruleid: java-open-redirect
        return "redirect:" + target;
    }

    @PostMapping("/logout")
    public String logout(@RequestParam String target) {
        // ok: java-open-redirect
        return "redirect:/home";
    }
}
