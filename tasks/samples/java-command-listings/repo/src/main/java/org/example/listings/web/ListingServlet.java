package org.example.listings.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.listings.service.ListingService;
import org.example.listings.tools.ToolException;

/** Prints a stored program as a PDF listing: {@code GET /listing?id=12&title=Homework&font=Courier9}. */
@WebServlet("/listing")
public class ListingServlet extends HttpServlet {
    private transient ListingService listings;

    @Override
    public void init() {
        listings = ListingService.create(Path.of(getServletContext().getInitParameter("listings.home")));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        int id;
        try {
            id = Integer.parseInt(request.getParameter("id"));
        } catch (NumberFormatException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "id must be a number");
            return;
        }
        String title = request.getParameter("title");
        String font = request.getParameter("font");
        try {
            Path pdf = listings.print(id, title, font);
            if (pdf == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType("application/pdf");
            Files.copy(pdf, response.getOutputStream());
        } catch (ToolException e) {
            response.sendError(HttpServletResponse.SC_BAD_GATEWAY, "the listing could not be printed");
        }
    }
}
