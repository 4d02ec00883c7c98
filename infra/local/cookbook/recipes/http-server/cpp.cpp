// A small HTTP server for POSIX systems; build it with -pthread.
// The port is the first argument, or the variable PORT, or 8080.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>

constexpr std::size_t longest_head = 16 * 1024;

/** Greets at /, knows no other path, and answers GET and HEAD only. */
std::string respond(const std::string& method, const std::string& target) {
    const std::string path = target.substr(0, target.find('?'));
    const bool known_method = method == "GET" || method == "HEAD";
    std::string status = "200 OK";
    std::string allow;
    std::string body = "Hello, world!\n";
    if (!known_method) {
        status = "405 Method Not Allowed";
        allow = "Allow: GET, HEAD\r\n";
        body = "Method not allowed\n";
    } else if (path != "/") {
        status = "404 Not Found";
        body = "Not found\n";
    }
    return "HTTP/1.1 " + status + "\r\n" + allow +
           "Content-Type: text/plain; charset=utf-8\r\n"
           "Content-Length: " + std::to_string(body.size()) + "\r\n"
           "Connection: close\r\n\r\n" + (method == "HEAD" ? "" : body);
}

/** Reads one request, answers it, and closes the connection. */
void serve(int connection) {
    const timeval limit{10, 0};
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    char buffer[4096];
    std::string head;
    while (head.find("\r\n\r\n") == std::string::npos && head.size() < longest_head) {
        const ssize_t count = recv(connection, buffer, sizeof buffer, 0);
        if (count <= 0) break;
        head.append(buffer, static_cast<std::size_t>(count));
    }
    std::string method, target;
    std::istringstream(head) >> method >> target;
    const std::string answer = respond(method, target);
    for (std::size_t sent = 0; sent < answer.size();) {
        const ssize_t count = send(connection, answer.data() + sent, answer.size() - sent, 0);
        if (count <= 0) break;
        sent += static_cast<std::size_t>(count);
    }
    // To close with something unread would cut the answer off.
    shutdown(connection, SHUT_WR);
    for (int reads = 0; reads < 256 && recv(connection, buffer, sizeof buffer, 0) > 0;) ++reads;
    close(connection);
}

/** Ends the program with the reason, if the result of a system call says that it failed. */
int checked(int result, const char* what) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), what);
    return result;
}

int main(int argc, char* argv[]) try {
    const char* variable = std::getenv("PORT");
    const int port = std::stoi(argc > 1 ? argv[1] : variable ? variable : "8080");
    if (port < 0 || port > 65535) throw std::out_of_range("the port is from 0 to 65535");
    std::signal(SIGPIPE, SIG_IGN);  // a client that left is an error of send

    const int listener = checked(socket(AF_INET, SOCK_STREAM, 0), "socket");
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    socklen_t size = sizeof address;
    checked(bind(listener, reinterpret_cast<sockaddr*>(&address), size), "bind");
    checked(listen(listener, SOMAXCONN), "listen");
    checked(getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    std::cout << "Listening on http://127.0.0.1:" << ntohs(address.sin_port) << std::endl;
    while (true) {
        const int connection = accept(listener, nullptr, nullptr);
        if (connection >= 0) std::thread(serve, connection).detach();
    }
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
}
